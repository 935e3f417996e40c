import type { BookingView, EventView } from '@roundtable/contracts';
import { CancelBooking } from '../bookings/cancel-booking';
import { PromoteBooking } from '../bookings/promote-booking';
import { TransferBooking } from '../bookings/transfer-booking';
import { Panel } from '../look/panel';
import { type Column, PlainTable } from '../look/plain-table';
import { TextLink } from '../look/text-link';
import { capitalised } from '../words/labels';
import { dayInWords } from '../words/london-time';
import { useEventBookings } from './use-event-bookings';

const columns: Column<BookingView>[] = [
  { heading: 'Number', isNumber: true, cell: ({ waitlistPosition }) => waitlistPosition },
  {
    heading: 'Person',
    isRowHeading: true,
    cell: ({ id, practitionerName }) => <TextLink to={`/bookings/${id}/show`}>{practitionerName}</TextLink>,
  },
  { heading: 'Agency', cell: ({ agencyName }) => agencyName },
  { heading: 'Sector', cell: ({ sector }) => capitalised(sector) },
  { heading: 'Asked', isUnbroken: true, cell: ({ requestedAt }) => dayInWords(requestedAt) },
  {
    heading: 'Change',
    cell: (booking) => (
      <>
        <PromoteBooking booking={booking} isShort />
        <TransferBooking booking={booking} isShort />
        <CancelBooking booking={booking} isShort />
      </>
    ),
  },
];

/** Who waits, in the order in which places are given; staff may serve out of it with a reason. */
export function LinePanel({ event }: { event: EventView }) {
  const { data } = useEventBookings(event.id);
  const line = (data ?? [])
    .filter(({ status }) => status === 'waitlisted')
    .sort((one, other) => (one.waitlistPosition ?? 0) - (other.waitlistPosition ?? 0));
  if (line.length === 0 || event.status !== 'published') return null;
  return (
    <Panel heading="Waiting list">
      <PlainTable caption="People waiting, in their order" columns={columns} rows={line} rowKey={({ id }) => id} />
    </Panel>
  );
}
