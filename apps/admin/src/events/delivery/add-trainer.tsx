import { Button, MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import {
  type EventTrainerView,
  type EventView,
  type EventWarning,
  type NewEventTrainer,
  TRAINER_ANSWERS,
  TRAINER_PARTS,
  type TrainerAnswer,
  type TrainerPart,
  type TrainerView,
} from '@roundtable/contracts';
import { useState } from 'react';
import { api } from '../../api/request';
import { useAction } from '../../api/use-action';
import { ActionDialog } from '../../look/action-dialog';
import { ChooseOne } from '../../look/choose-one';
import { TRAINER_ANSWER, TRAINER_PART } from '../../words/labels';
import { Warnings } from './warnings';

export function AddTrainer({ event }: { event: EventView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" sx={{ mt: 2 }} onClick={() => setOpen(true)}>
        Add a trainer
      </Button>
      {isOpen ? <TrainerDialog event={event} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function TrainerDialog({ event, onClose }: { event: EventView; onClose: () => void }) {
  const [trainer, setTrainer] = useState<TrainerView | null>(null);
  const [answer, setAnswer] = useState<TrainerAnswer>('asked');
  const [part, setPart] = useState<TrainerPart>('lead');
  const [isTried, setTried] = useState(false);
  const warnings = useClashesOf(event, trainer);
  const add = useAction((wanted: NewEventTrainer) => api.post<EventTrainerView>('/event-trainers', wanted), {
    done: ({ trainerName }) => `${trainerName} is on this event.`,
    onDone: onClose,
    showsRefusal: true,
  });
  return (
    <ActionDialog
      heading="Add a trainer"
      verb="Add the trainer"
      isOpen
      onClose={onClose}
      onDo={() => {
        setTried(true);
        if (trainer) add.mutate({ eventId: event.id, trainerId: trainer.id, answer, part });
      }}
      isBusy={add.isPending}
      error={add.error}
    >
      <ChooseOne<TrainerView>
        id="trainer"
        label="Trainer"
        resource="trainers"
        filter={{ active: 'true' }}
        sort={{ field: 'name', order: 'ASC' }}
        value={trainer}
        onChoose={setTrainer}
        inWords={({ name, agencyName, organisation }) => [name, agencyName ?? organisation].filter(Boolean).join(', ')}
        error={isTried && !trainer ? 'Choose a trainer' : undefined}
        hint="Type a part of the name or a topic."
        autoFocus
      />
      <Warnings warnings={warnings} />
      <TextField
        select
        id="trainer-answer"
        label="Answer"
        value={answer}
        onChange={({ target }) => setAnswer(target.value as TrainerAnswer)}
        helperText="Who has confirmed sees the people and the register."
      >
        {TRAINER_ANSWERS.map((choice) => (
          <MenuItem key={choice} value={choice}>
            {TRAINER_ANSWER[choice]}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        id="trainer-part"
        label="Part"
        value={part}
        onChange={({ target }) => setPart(target.value as TrainerPart)}
      >
        {TRAINER_PARTS.map((choice) => (
          <MenuItem key={choice} value={choice}>
            {TRAINER_PART[choice]}
          </MenuItem>
        ))}
      </TextField>
    </ActionDialog>
  );
}

/** What to know of a trainer before they are put on an event. */
function useClashesOf(event: EventView, trainer: TrainerView | null): EventWarning[] | undefined {
  const sessions = event.sessions.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
  const { data } = useQuery({
    queryKey: ['events', 'trainer-warnings', event.id, trainer?.id],
    queryFn: () =>
      api.post<EventWarning[]>('/event-warnings', {
        eventId: event.id,
        trainerIds: trainer ? [trainer.id] : [],
        sessions,
      }),
    enabled: trainer !== null,
  });
  return trainer ? data : undefined;
}
