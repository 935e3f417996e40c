import { Typography } from '@mui/material';
import type { EventView } from '@roundtable/contracts';
import { useRoles } from '../api/access';
import { Panel } from '../look/panel';
import { StaffBookingActions } from './booking/staff-booking-actions';
import { MixMeter } from './mix-meter';
import { SeatBar } from './seat-bar';
import { seatsOf } from './seats';
import { MOST_PEOPLE, useEventBookings } from './use-event-bookings';
import { useEventMix } from './use-event-mix';

/** How full an event is, from where its people come, and the ways to give places. */
export function PlacesPanel({ event }: { event: EventView }) {
  const { may } = useRoles();
  const { data, total } = useEventBookings(event.id);
  if (!data) return null;
  const seats = seatsOf(event, data);
  const isWhole = total === undefined || total <= MOST_PEOPLE;
  return (
    <Panel heading="Places">
      <SeatBar event={event} seats={isWhole ? seats : { ...seats, team: 0 }} />
      {may('events.mix') ? <Mix event={event} /> : null}
      {may('bookings.manage') && event.status === 'published' ? <StaffBookingActions event={event} /> : null}
    </Panel>
  );
}

function Mix({ event }: { event: EventView }) {
  const { data } = useEventMix(event.id);
  if (!data || data.lines.length === 0) return null;
  return (
    <>
      <Typography component="h3" variant="h3" sx={{ mt: 2.5, mb: 0.75 }}>
        Mix of sectors
      </Typography>
      <MixMeter event={event} mix={data.lines} />
    </>
  );
}
