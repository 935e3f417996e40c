import type { BookingView } from '@roundtable/contracts';
import { DataTable } from 'react-admin';
import { AgencyInput } from '../agencies/agency-input';
import { EventInput } from '../events/event-input';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Moment } from '../look/moment';
import { momentInWords } from '../words/london-time';
import { CourseOfBooking, PersonOfBooking } from './of-booking';
import { ReleaseBooking } from './release-booking';

const Col = DataTable.Col<BookingView>;

const filters = [<EventInput key="eventId" />, <AgencyInput key="agencyId" helperText={false} />];

/** Confirmed people who did not complete in time what must come first, the nearest event first. */
export default function LatePage() {
  return (
    <ListPage
      resource="bookings"
      heading="Provisional and late"
      intro="Each has a place, and did not complete in time what must come first. Release the place, or let them come."
      filter={{ provisional: 'due' }}
      sort={{ field: 'startsAt', order: 'ASC' }}
      filters={filters}
      empty="Nobody is late."
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
        <Col
          label="To be completed by"
          disableSort
          render={({ provisionalUntil }) => (provisionalUntil ? momentInWords(provisionalUntil) : null)}
        />
        <Col label="Change" disableSort render={(booking) => <ReleaseBooking booking={booking} isShort />} />
      </ListTable>
    </ListPage>
  );
}
