import { Box } from '@mui/material';
import type { MembershipView, PractitionerDetailView } from '@roundtable/contracts';
import { useRoles } from '../api/access';
import { Nothing } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { TextLink } from '../look/text-link';
import { dayInWords } from '../words/london-time';
import { AddMembership } from './add-membership';
import { EndMembership } from './end-membership';

const columns: Column<MembershipView>[] = [
  {
    heading: 'Agency',
    isRowHeading: true,
    cell: ({ agencyId, agencyName }) => <TextLink to={`/agencies/${agencyId}/show`}>{agencyName}</TextLink>,
  },
  { heading: 'Job role', cell: ({ jobRole }) => jobRole ?? 'not known' },
  { heading: 'From', isUnbroken: true, cell: ({ since }) => dayInWords(since) },
  { heading: 'To', isUnbroken: true, cell: ({ until }) => (until ? dayInWords(until) : 'now') },
];

const endColumn: Column<MembershipView> = {
  heading: 'Change',
  cell: (membership) => (membership.until === null ? <EndMembership membership={membership} /> : null),
};

/** Which agencies the person works or worked for. */
export function MembershipsPanel({ person }: { person: PractitionerDetailView }) {
  const { may } = useRoles();
  const mayWrite = may('memberships.write');
  return (
    <Panel
      heading="Memberships"
      actions={
        mayWrite ? (
          <Box sx={{ mt: 1.5 }}>
            <AddMembership person={person} />
          </Box>
        ) : null
      }
    >
      <PlainTable
        caption="Agencies that this person works or worked for"
        columns={may('memberships.end') ? [...columns, endColumn] : columns}
        rows={person.memberships}
        rowKey={({ id }) => id}
        empty={<Nothing>No agency is known. Add one, and places can be booked.</Nothing>}
      />
    </Panel>
  );
}
