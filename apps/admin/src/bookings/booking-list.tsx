import type { BookingView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { AgencyInput } from '../agencies/agency-input';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { EventInput } from '../events/event-input';
import { Moment } from '../look/moment';
import { TextLink } from '../look/text-link';
import { PractitionerInput } from '../practitioners/practitioner-input';
import { ATTENDANCE, BOOKING_STATUS, choicesOf } from '../words/labels';
import { dayInWords } from '../words/london-time';
import { BookingStatusTag } from './booking-status-tag';

const Col = DataTable.Col<BookingView>;

const filters = [
  <TextInput key="q" source="q" label="Name or reference" type="search" helperText={false} />,
  <SelectInput key="status" source="status" label="State" choices={choicesOf(BOOKING_STATUS)} helperText={false} />,
  <SelectInput
    key="attendance"
    source="attendance"
    label="Attendance"
    choices={choicesOf(ATTENDANCE)}
    helperText={false}
  />,
  <EventInput key="eventId" />,
  <AgencyInput key="agencyId" helperText={false} />,
  <PractitionerInput key="practitionerId" />,
];

export default function BookingList() {
  return (
    <ListPage
      resource="bookings"
      heading="Bookings"
      sort={{ field: 'requestedAt', order: 'DESC' }}
      filters={filters}
      empty="There are no bookings yet. Publish an event, and people can ask for a place on the website."
    >
      <ListTable<BookingView>>
        <Col
          source="practitionerName"
          label="Person"
          sx={{ whiteSpace: { lg: 'nowrap' } }}
          render={({ id, practitionerName }) => (
            <TextLink to={`/bookings/${id}/show`} strong>
              {practitionerName}
            </TextLink>
          )}
        />
        <Col source="agencyName" label="Agency" render={({ agencyName }) => agencyName} />
        <Col
          label="Course"
          disableSort
          render={({ courseTitle, eventId }) => <TextLink to={`/events/${eventId}/show`}>{courseTitle}</TextLink>}
        />
        <Col
          source="startsAt"
          label="When"
          render={({ startsAt }) => (startsAt ? <Moment at={startsAt} /> : 'no date')}
        />
        <Col
          source="status"
          label="State"
          render={(booking) => (
            <>
              <BookingStatusTag booking={booking} /> {booking.attendance ? ATTENDANCE[booking.attendance] : null}
            </>
          )}
        />
        <Col
          source="requestedAt"
          label="Asked"
          sx={{ whiteSpace: { lg: 'nowrap' } }}
          render={({ requestedAt }) => dayInWords(requestedAt)}
        />
      </ListTable>
    </ListPage>
  );
}
