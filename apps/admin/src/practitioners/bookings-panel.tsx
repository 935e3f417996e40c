import type { BookingView } from '@roundtable/contracts';
import { BookingStatusTag } from '../bookings/booking-status-tag';
import { Moment } from '../look/moment';
import type { Column } from '../look/plain-table';
import { RowsPanel } from '../look/rows-panel';
import { TextLink } from '../look/text-link';
import { ATTENDANCE } from '../words/labels';

const columns: Column<BookingView>[] = [
  {
    heading: 'Course',
    isRowHeading: true,
    cell: ({ id, courseTitle }) => <TextLink to={`/bookings/${id}/show`}>{courseTitle}</TextLink>,
  },
  { heading: 'When', cell: ({ startsAt }) => (startsAt ? <Moment at={startsAt} /> : 'no date') },
  { heading: 'For', cell: ({ agencyName }) => agencyName },
  {
    heading: 'State',
    cell: (booking) => (
      <>
        <BookingStatusTag booking={booking} /> {booking.attendance ? ATTENDANCE[booking.attendance] : null}
      </>
    ),
  },
  { heading: 'Reference', isUnbroken: true, cell: ({ reference }) => reference },
];

export function BookingsPanel({ practitionerId }: { practitionerId: string }) {
  return (
    <RowsPanel<BookingView>
      heading="Bookings"
      caption="Bookings of this person, the latest first"
      resource="bookings"
      filter={{ practitionerId }}
      sort={{ field: 'requestedAt', order: 'DESC' }}
      columns={columns}
      empty="No bookings yet."
    />
  );
}
