import type { EventTrainerView, EventView } from '@roundtable/contracts';
import { useGetList } from 'react-admin';
import { useRoles } from '../../api/access';
import { Nothing, Refusal, Waiting } from '../../look/notices';
import { Panel } from '../../look/panel';
import { PlainTable, type Column } from '../../look/plain-table';
import { TextLink } from '../../look/text-link';
import { TRAINER_ANSWER, TRAINER_PART } from '../../words/labels';
import { AddTrainer } from './add-trainer';
import { TrainerActions } from './trainer-actions';

const MOST = 50;

/** Who gives an event, whether they confirmed, and what they contribute. */
export function TrainersPanel({ event }: { event: EventView }) {
  const { may } = useRoles();
  const { data, error } = useGetList<EventTrainerView>('event-trainers', {
    filter: { eventId: event.id },
    sort: { field: 'trainerName', order: 'ASC' },
    pagination: { page: 1, perPage: MOST },
  });
  const mayWrite = may('trainers.write') && event.status !== 'cancelled';
  return (
    <Panel heading="Trainers" actions={mayWrite ? <AddTrainer event={event} /> : undefined}>
      <Refusal error={error} />
      {data ? (
        <PlainTable
          caption="Trainers of this event"
          columns={mayWrite ? [...COLUMNS, ACTIONS] : COLUMNS}
          rows={data}
          rowKey={({ id }) => id}
          empty={<Nothing>Nobody is asked yet. The event can be published without.</Nothing>}
        />
      ) : error ? null : (
        <Waiting />
      )}
    </Panel>
  );
}

const COLUMNS: Column<EventTrainerView>[] = [
  {
    heading: 'Name',
    isRowHeading: true,
    cell: ({ trainerId, trainerName }) => <TextLink to={`/trainers/${trainerId}`}>{trainerName}</TextLink>,
  },
  { heading: 'Part', cell: ({ part }) => TRAINER_PART[part] },
  { heading: 'Answer', cell: ({ answer }) => TRAINER_ANSWER[answer] },
  { heading: 'Hours', isNumber: true, cell: ({ hours }) => hours },
];
const ACTIONS: Column<EventTrainerView> = {
  heading: 'Do',
  cell: (trainer) => <TrainerActions trainer={trainer} />,
};
