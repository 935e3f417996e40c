import type { EventView } from '@roundtable/contracts';
import { useRoles } from '../../api/access';
import { AgendaPanel } from './agenda-panel';
import { RoomPanel } from './room-panel';
import { TrainersPanel } from './trainers-panel';

/** The room, the trainers and the agenda of an event. */
export function DeliveryPanels({ event }: { event: EventView }) {
  const { may } = useRoles();
  return (
    <>
      {may('events.write') ? <RoomPanel event={event} /> : null}
      {may('trainers.read') ? <TrainersPanel event={event} /> : null}
      <AgendaPanel event={event} />
    </>
  );
}
