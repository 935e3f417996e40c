import type { AgencyView } from '@roundtable/contracts';
import { AutocompleteInput, DataTable, ReferenceInput, SelectInput, TextInput } from 'react-admin';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Hidden } from '../look/hidden';
import { TextLink } from '../look/text-link';
import { listOf } from '../look/list-of';
import { AGENCY_STATUS, capitalised, choicesOf, FEE_TYPE } from '../words/labels';
import { AgencyStatusTag } from './agency-status-tag';
import { SectorInput } from './sector-input';

const Col = DataTable.Col<AgencyView>;
const onlyWide = { display: { xs: 'none', lg: 'table-cell' } };

const filters = [
  <TextInput key="q" source="q" label="Name" type="search" helperText={false} />,
  <SectorInput key="sector" />,
  <SelectInput key="status" source="status" label="State" choices={choicesOf(AGENCY_STATUS)} helperText={false} />,
  <ReferenceInput key="groupId" source="groupId" reference="agency-groups" sort={{ field: 'name', order: 'ASC' }}>
    <AutocompleteInput
      label="Group"
      optionText="name"
      filterToQuery={(q: string) => (q ? { q } : {})}
      helperText={false}
    />
  </ReferenceInput>,
];

export default function AgencyList() {
  return (
    <ListPage
      resource="agencies"
      heading="Agencies"
      create="Add an agency"
      sort={{ field: 'name', order: 'ASC' }}
      filters={filters}
      empty="There are no agencies yet. Add one, or bring in a file under Imports."
    >
      <ListTable<AgencyView>>
        <Col
          source="name"
          label="Name"
          render={({ id, name }) => (
            <TextLink to={`/agencies/${id}/show`} strong>
              {name}
            </TextLink>
          )}
        />
        <Col source="sector" label="Sector" disableSort render={({ sector }) => capitalised(sector)} />
        <Col label="Group" disableSort sx={onlyWide} render={({ groupName }) => groupName} />
        <Col
          source="feeType"
          label="Pays as"
          sx={onlyWide}
          render={({ feeType }) => (FEE_TYPE as Record<string, string>)[feeType] ?? capitalised(feeType)}
        />
        <Col label="Email domain" disableSort render={(agency) => <Domains agency={agency} />} />
        <Col source="status" label="State" render={({ status }) => <AgencyStatusTag status={status} />} />
        <Col
          label="See"
          disableSort
          sx={{ whiteSpace: { lg: 'nowrap' } }}
          render={({ id, name }) => (
            <>
              <TextLink to={listOf('practitioners', { agencyId: id })}>
                People<Hidden> of {name}</Hidden>
              </TextLink>{' '}
              <TextLink to={listOf('bookings', { agencyId: id })}>
                Bookings<Hidden> of {name}</Hidden>
              </TextLink>
            </>
          )}
        />
      </ListTable>
    </ListPage>
  );
}

function Domains({ agency: { emailDomain, emailDomains } }: { agency: AgencyView }) {
  if (emailDomain === null) return null;
  return emailDomains.length > 1 ? `${emailDomain} and ${emailDomains.length - 1} more` : emailDomain;
}
