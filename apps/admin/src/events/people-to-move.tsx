import type { BookingView, EventView } from '@roundtable/contracts';
import { CancelBooking } from '../bookings/cancel-booking';
import { TransferBooking } from '../bookings/transfer-booking';
import { Nothing, Waiting } from '../look/notices';
import { type Column, PlainTable } from '../look/plain-table';
import { plural } from '../words/figures';
import { BOOKING_STATUS } from '../words/labels';
import { useEventBookings } from './use-event-bookings';

const columns: Column<BookingView>[] = [
  { heading: 'Person', isRowHeading: true, cell: ({ practitionerName }) => practitionerName },
  { heading: 'State', cell: ({ status }) => BOOKING_STATUS[status] },
  {
    heading: 'Change',
    cell: (booking) => (
      <>
        <TransferBooking booking={booking} isShort />
        <CancelBooking booking={booking} isShort />
      </>
    ),
  },
];

/** Those who hold a place, the last to ask first: somebody must be moved or released before places go. */
export function PeopleToMove({ event, capacity }: { event: EventView; capacity: number }) {
  const { data } = useEventBookings(event.id);
  if (!data) return <Waiting />;
  const holding = data.filter(
    ({ status, placeHeld }) =>
      status === 'confirmed' || status === 'offered' || (status === 'awaiting_approval' && placeHeld),
  );
  const teamPlaces = event.placesHeld - holding.length;
  return (
    <>
      <p>
        {plural(Math.max(0, event.placesHeld - capacity), 'place', 'places')} must be free first. Move or cancel people
        here{teamPlaces > 0 ? `, or give back ${plural(teamPlaces, 'team place', 'team places')}` : ''}.
      </p>
      <PlainTable
        caption="People who hold a place, the last to ask first"
        columns={columns}
        rows={[...holding].reverse()}
        rowKey={({ id }) => id}
        empty={<Nothing>No named person holds a place.</Nothing>}
      />
    </>
  );
}
