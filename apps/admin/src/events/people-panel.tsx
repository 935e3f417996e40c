import { Box } from '@mui/material';
import type { BookingView, EventView } from '@roundtable/contracts';
import { BookingStatusTag } from '../bookings/booking-status-tag';
import { canBeCancelled, CancelBooking } from '../bookings/cancel-booking';
import { comingInWords } from '../bookings/coming-words';
import { TransferBooking } from '../bookings/transfer-booking';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { TextLink } from '../look/text-link';
import { listOf } from '../look/list-of';
import { ATTENDANCE, capitalised } from '../words/labels';
import { dayInWords, momentInWords } from '../words/london-time';
import { MOST_PEOPLE, useEventBookings } from './use-event-bookings';

const columns: Column<BookingView>[] = [
  {
    heading: 'Person',
    isRowHeading: true,
    cell: ({ id, practitionerName }) => <TextLink to={`/bookings/${id}/show`}>{practitionerName}</TextLink>,
  },
  { heading: 'Agency and sector', cell: (booking) => <AgencyAndSector booking={booking} /> },
  { heading: 'State and attendance', cell: (booking) => <State booking={booking} /> },
  { heading: 'Asked', isUnbroken: true, cell: ({ requestedAt }) => dayInWords(requestedAt) },
];

const cancelColumn: Column<BookingView> = {
  heading: 'Change',
  cell: (booking) =>
    canBeCancelled(booking) ? (
      <>
        <TransferBooking booking={booking} isShort />
        <CancelBooking booking={booking} isShort />
      </>
    ) : null,
};

function AgencyAndSector({ booking: { agencyName, sector } }: { booking: BookingView }) {
  return (
    <>
      {agencyName}
      <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
        {capitalised(sector)}
      </Box>
    </>
  );
}

function State({ booking }: { booking: BookingView }) {
  const coming = booking.attendance ? null : comingInWords(booking);
  return (
    <>
      <BookingStatusTag booking={booking} />
      {booking.status === 'offered' && booking.offeredUntil ? ` until ${momentInWords(booking.offeredUntil)}` : null}
      {booking.attendance ? (
        <Box component="span" sx={{ display: 'block' }}>
          {ATTENDANCE[booking.attendance]}
        </Box>
      ) : null}
      {coming ? (
        <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
          Coming: {coming}
        </Box>
      ) : null}
    </>
  );
}

export function PeoplePanel({ event }: { event: EventView }) {
  const { data, error, total } = useEventBookings(event.id);
  const isOver = event.status === 'ended' || event.status === 'cancelled';
  return (
    <Panel heading="People">
      {error ? <Refusal error={error} /> : null}
      {!data && !error ? <Waiting /> : null}
      {data ? (
        <PlainTable
          caption="People with a booking on this event, in the order in which they asked"
          columns={isOver ? columns : [...columns, cancelColumn]}
          rows={data}
          rowKey={({ id }) => id}
          empty={
            <Nothing>
              {event.status === 'draft'
                ? 'Nobody is booked. Publish the event, and people can ask for a place.'
                : 'Nobody is booked yet.'}
            </Nothing>
          }
        />
      ) : null}
      {total !== undefined && total > MOST_PEOPLE ? (
        <p>
          The first {MOST_PEOPLE} of {total} are shown.{' '}
          <TextLink to={listOf('bookings', { eventId: event.id })}>See all bookings</TextLink>
        </p>
      ) : null}
    </Panel>
  );
}
