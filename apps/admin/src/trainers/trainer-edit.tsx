import { Button } from '@mui/material';
import type { EventTrainerView, TrainerView } from '@roundtable/contracts';
import { EditBase, useEditContext } from 'react-admin';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import type { Column } from '../look/plain-table';
import { RowsPanel } from '../look/rows-panel';
import { TextLink } from '../look/text-link';
import { TRAINER_ANSWER } from '../words/labels';
import { momentInWords } from '../words/london-time';
import { TrainerFields } from './trainer-fields';

export default function TrainerEdit() {
  return (
    <EditBase resource="trainers" mutationMode="pessimistic" redirect={false}>
      <Trainer />
    </EditBase>
  );
}

const EVENTS: Column<EventTrainerView>[] = [
  {
    heading: 'Event',
    isRowHeading: true,
    cell: ({ eventId, courseTitle }) => <TextLink to={`/events/${eventId}/show`}>{courseTitle}</TextLink>,
  },
  { heading: 'When', cell: ({ startsAt }) => (startsAt ? momentInWords(startsAt) : 'no date') },
  { heading: 'Answer', cell: ({ answer }) => TRAINER_ANSWER[answer] },
  { heading: 'Hours', isNumber: true, cell: ({ hours }) => hours },
];

function Trainer() {
  const { record: trainer, error } = useEditContext<TrainerView>();
  if (error) return <Refusal error={error} />;
  if (!trainer || trainer.absences === undefined) return <Waiting />;
  return (
    <>
      <Heading
        intro={
          <>
            {trainer.active ? null : 'No longer trains. '}
            {trainer.personId ? (
              <TextLink to={`/practitioners/${trainer.personId}/show`}>See the practitioner</TextLink>
            ) : null}
          </>
        }
        actions={<StopTraining trainer={trainer} />}
      >
        {trainer.name}
      </Heading>
      <RowsPanel<EventTrainerView>
        heading="Events"
        caption={`Events of ${trainer.name}`}
        resource="event-trainers"
        filter={{ trainerId: trainer.id }}
        sort={{ field: 'startsAt', order: 'DESC' }}
        columns={EVENTS}
        empty="None yet. Add the trainer on the page of an event."
      />
      <FormPage verb="Save the changes" back="/trainers">
        <TrainerFields isPerson={trainer.personId !== null} />
      </FormPage>
    </>
  );
}

function StopTraining({ trainer }: { trainer: TrainerView }) {
  const stop = useAction(
    () => api.patch<TrainerView>(`/trainers/${encodeURIComponent(trainer.id)}`, { active: !trainer.active }),
    {
      done: trainer.active
        ? `${trainer.name} is no longer offered for events.`
        : `${trainer.name} can be put on events again.`,
    },
  );
  return (
    <Button variant="outlined" onClick={() => stop.mutate(undefined)} disabled={stop.isPending}>
      {trainer.active ? 'Take out of the pool' : 'Put back into the pool'}
    </Button>
  );
}
