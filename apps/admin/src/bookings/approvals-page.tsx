import type { BookingView } from '@roundtable/contracts';
import { APPROVER_KINDS } from '@roundtable/contracts';
import { DataTable, SelectInput } from 'react-admin';
import { AgencyInput } from '../agencies/agency-input';
import { EventInput } from '../events/event-input';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Moment } from '../look/moment';
import { Tag } from '../look/tag';
import { APPROVER_KIND } from '../words/labels';
import { dayInWords } from '../words/london-time';
import { DecideBooking } from './decide-booking';
import { CourseOfBooking, PersonOfBooking } from './of-booking';

const Col = DataTable.Col<BookingView>;

const filters = [
  <SelectInput
    key="approverKind"
    source="approverKind"
    label="Who is asked"
    choices={APPROVER_KINDS.map((id) => ({ id, name: APPROVER_KIND[id] }))}
    helperText={false}
  />,
  <EventInput key="eventId" />,
  <AgencyInput key="agencyId" helperText={false} />,
];

/** Requests that nobody has approved yet, the oldest first. */
export default function ApprovalsPage() {
  return (
    <ListPage
      resource="bookings"
      heading="Requests waiting for approval"
      intro="The oldest stands first. The training team answers where nobody at the agency did, could or may."
      filter={{ status: 'awaiting_approval' }}
      sort={{ field: 'requestedAt', order: 'ASC' }}
      filters={filters}
      empty="No request waits for approval."
    >
      <ListTable<BookingView>>
        <Col source="practitionerName" label="Person" render={(booking) => <PersonOfBooking booking={booking} />} />
        <Col source="agencyName" label="Agency" render={({ agencyName }) => agencyName} />
        <Col label="Course" disableSort render={(booking) => <CourseOfBooking booking={booking} />} />
        <Col
          source="startsAt"
          label="When"
          render={({ startsAt }) => (startsAt ? <Moment at={startsAt} /> : 'no date')}
        />
        <Col label="Who is asked" disableSort render={(booking) => <Approver booking={booking} />} />
        <Col source="requestedAt" label="Asked" render={({ requestedAt }) => dayInWords(requestedAt)} />
        <Col label="Answer" disableSort render={(booking) => <DecideBooking booking={booking} isShort />} />
      </ListTable>
    </ListPage>
  );
}

function Approver({ booking: { approverKind } }: { booking: BookingView }) {
  if (!approverKind) return <>not known</>;
  const isForStaff = approverKind === 'staff' || approverKind === 'unverified';
  return <Tag tone={isForStaff ? 'attention' : 'plain'}>{APPROVER_KIND[approverKind]}</Tag>;
}
