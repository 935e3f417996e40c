import { Box } from '@mui/material';
import type { PractitionerDetailView, RoleGrantView } from '@roundtable/contracts';
import { useGetIdentity, useGetList } from 'react-admin';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { ROLE } from '../words/labels';
import { dayInWords } from '../words/london-time';
import { GiveRole } from './give-role';
import { TakeRole } from './take-role';

const columns: Column<RoleGrantView>[] = [
  { heading: 'Role', isRowHeading: true, cell: ({ role }) => ROLE[role] },
  { heading: 'For', cell: ({ agencyName, groupName }) => agencyName ?? groupName ?? '' },
  { heading: 'Since', isUnbroken: true, cell: ({ grantedAt }) => dayInWords(grantedAt) },
  { heading: 'Reason', cell: ({ reason }) => reason ?? 'none given' },
  { heading: 'Change', cell: (grant) => <TakeRole grant={grant} /> },
];

/** What a person may do here, beyond what everybody may. */
export function RolesPanel({ person }: { person: PractitionerDetailView }) {
  const { identity } = useGetIdentity();
  const { data, error } = useGetList<RoleGrantView>('role-grants', {
    filter: { personId: person.id },
    sort: { field: 'role', order: 'ASC' },
    pagination: { page: 1, perPage: 50 },
  });
  return (
    <Panel
      heading="Roles"
      actions={
        identity && identity.id !== person.id ? (
          <Box sx={{ mt: 1.5 }}>
            <GiveRole person={person} />
          </Box>
        ) : null
      }
    >
      <Refusal error={error} />
      {!data && !error ? <Waiting /> : null}
      {data ? (
        <PlainTable
          caption="Roles that this person holds"
          columns={columns}
          rows={data}
          rowKey={({ id }) => id}
          empty={<Nothing>None beyond what every practitioner may do.</Nothing>}
        />
      ) : null}
    </Panel>
  );
}
