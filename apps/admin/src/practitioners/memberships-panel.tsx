import { Box } from '@mui/material';
import type { ApproverView, MembershipView, PractitionerDetailView } from '@roundtable/contracts';
import { useRoles } from '../api/access';
import { Address } from '../look/address';
import { Nothing } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { Tag } from '../look/tag';
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

const approverColumn: Column<MembershipView> = {
  heading: 'Approves bookings',
  cell: ({ approver }) => (approver ? <Approver approver={approver} /> : 'nobody named'),
};

const endColumn: Column<MembershipView> = {
  heading: 'Change',
  cell: (membership) => (membership.until === null ? <EndMembership membership={membership} /> : null),
};

function Approver({ approver: { name, email, isVerified } }: { approver: ApproverView }) {
  return (
    <>
      {name} <Address>{email}</Address> {isVerified ? null : <Tag tone="attention">Unverified approver</Tag>}
    </>
  );
}

/** Which agencies the person works or worked for. */
export function MembershipsPanel({ person }: { person: PractitionerDetailView }) {
  const { may } = useRoles();
  const mayWrite = may('memberships.write');
  const hasApprover = person.memberships.some(({ approver }) => approver);
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
        columns={[
          ...columns,
          ...(hasApprover ? [approverColumn] : []),
          ...(may('memberships.end') ? [endColumn] : []),
        ]}
        rows={person.memberships}
        rowKey={({ id }) => id}
        empty={<Nothing>No agency is known. Add one, and places can be booked.</Nothing>}
      />
    </Panel>
  );
}
