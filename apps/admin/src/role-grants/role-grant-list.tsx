import { STAFF_ROLES, type RoleGrantView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { AgencyInput } from '../agencies/agency-input';
import { useRoles } from '../api/access';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { TextLink } from '../look/text-link';
import { choicesOf, ROLE } from '../words/labels';
import { dayInWords } from '../words/london-time';
import { GiveRole } from './give-role';
import { TakeRole } from './take-role';

const Col = DataTable.Col<RoleGrantView>;
const onOneLine = { whiteSpace: { lg: 'nowrap' } };

export default function RoleGrantList() {
  const { may } = useRoles();
  const filters = [
    <TextInput key="q" source="q" label="Name or email" type="search" helperText={false} />,
    <SelectInput key="role" source="role" label="Role" choices={choicesOf(ROLE)} helperText={false} />,
    ...(may('agencies.list') ? [<AgencyInput key="agencyId" helperText={false} />] : []),
  ];
  return (
    <ListPage
      resource="role-grants"
      heading="Roles"
      intro="Who holds which role. Administrators and coordinators give the roles of leads and trainers, a system owner those of staff. Nobody changes their own."
      actions={<GiveRole isMain />}
      sort={{ field: 'personName', order: 'ASC' }}
      filters={filters}
      empty="Nobody holds a role yet."
    >
      <ListTable<RoleGrantView>>
        <Col
          source="personName"
          label="Person"
          sx={onOneLine}
          render={({ personId, personName, role }) =>
            may('people.list') ? (
              <TextLink to={`/practitioners/${personId}/show`} strong>
                {personName}
              </TextLink>
            ) : STAFF_ROLES.includes(role) ? (
              <TextLink to={`/accounts/${personId}/show`} strong>
                {personName}
              </TextLink>
            ) : (
              personName
            )
          }
        />
        <Col source="role" label="Role" sx={onOneLine} render={({ role }) => ROLE[role]} />
        <Col label="For" disableSort render={({ agencyName, groupName }) => agencyName ?? groupName} />
        <Col source="grantedAt" label="Since" sx={onOneLine} render={({ grantedAt }) => dayInWords(grantedAt)} />
        <Col label="Reason" disableSort render={({ reason }) => reason ?? 'none given'} />
        <Col label="Change" disableSort sx={onOneLine} render={(grant) => <TakeRole grant={grant} />} />
      </ListTable>
    </ListPage>
  );
}
