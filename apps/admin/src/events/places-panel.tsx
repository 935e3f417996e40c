import { Typography } from '@mui/material';
import type { EventView } from '@roundtable/contracts';
import { Panel } from '../look/panel';
import { MixMeter } from './mix-meter';
import { SeatBar } from './seat-bar';
import { mixOf, seatsOf } from './seats';
import { MOST_PEOPLE, useEventBookings } from './use-event-bookings';

/** How full an event is, and from where its people come. */
export function PlacesPanel({ event }: { event: EventView }) {
  const { data, total } = useEventBookings(event.id);
  if (!data) return null;
  const mix = mixOf(data);
  const isWhole = total === undefined || total <= MOST_PEOPLE;
  return (
    <Panel heading="Places">
      <SeatBar event={event} seats={seatsOf(event, data)} />
      {mix.length > 0 && isWhole ? (
        <>
          <Typography component="h3" variant="h3" sx={{ mt: 2.5, mb: 0.75 }}>
            Mix of sectors
          </Typography>
          <MixMeter mix={mix} />
        </>
      ) : null}
    </Panel>
  );
}
