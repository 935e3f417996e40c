import type { EventView } from '@roundtable/contracts';
import { useRoles } from '../../api/access';
import { AgendaPanel } from './agenda-panel';
import { RoomPanel } from './room-panel';
import { TrainersPanel } from './trainers-panel';
import { EventWarnings } from './warnings';

/** Where, who and what of an event, with what clashes on top. */
export function DeliveryPanels({ event }: { event: EventView }) {
  const { may } = useRoles();
  return (
    <>
      {may('events.write') ? <EventWarnings eventId={event.id} /> : null}
      {may('events.write') ? <RoomPanel event={event} /> : null}
      {may('trainers.read') ? <TrainersPanel event={event} /> : null}
      <AgendaPanel event={event} />
    </>
  );
}
