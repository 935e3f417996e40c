import { Typography } from '@mui/material';
import type { EventView } from '@roundtable/contracts';
import { useSectors } from '../agencies/use-sectors';
import { Panel } from '../look/panel';
import { MixMeter } from './mix-meter';
import { SeatBar } from './seat-bar';
import { mixBeside, mixOf, seatsOf } from './seats';
import { MOST_PEOPLE, useEventBookings } from './use-event-bookings';
import { useEventTerms } from './use-event-terms';

/** How full an event is, and from where its people come. */
export function PlacesPanel({ event }: { event: EventView }) {
  const { data, total } = useEventBookings(event.id);
  const { data: terms } = useEventTerms(event.id);
  const { branches } = useSectors();
  if (!data) return null;
  const above = new Map(branches.flatMap(({ sector, below }) => below.map(({ name }) => [name, sector.name] as const)));
  const mix = mixBeside(mixOf(data), terms?.expectedMix ?? [], terms?.keptPlaces ?? [], above);
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
