import { TextField } from '@mui/material';
import type { EventTrainerView } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../../api/refusals';
import { api } from '../../api/request';
import { useAction } from '../../api/use-action';
import { ActionDialog } from '../../look/action-dialog';
import { SmallButton } from '../../look/small-button';

/** What a trainer contributes to an event, preparation included where it is counted. */
export function ChangeHours({ trainer }: { trainer: EventTrainerView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SmallButton verb="Hours" what={`of ${trainer.trainerName}`} onClick={() => setOpen(true)} />
      {isOpen ? <HoursDialog trainer={trainer} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function HoursDialog({ trainer, onClose }: { trainer: EventTrainerView; onClose: () => void }) {
  const [typed, setTyped] = useState(String(trainer.hours));
  const [isWrong, setWrong] = useState(false);
  const save = useAction(
    (hours: number) => api.patch<EventTrainerView>(`/event-trainers/${encodeURIComponent(trainer.id)}`, { hours }),
    {
      done: ({ trainerName, hours }) => `${trainerName} contributes ${hours} hours.`,
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const wrong = isWrong ? 'Enter the hours as a number, such as 3.5' : fieldErrors(save.error)['hours'];
  return (
    <ActionDialog
      heading={`Hours of ${trainer.trainerName}`}
      verb="Save the hours"
      isOpen
      onClose={onClose}
      onDo={() => {
        const hours = Number(typed);
        const isNumber = typed.trim() !== '' && Number.isFinite(hours) && hours >= 0;
        setWrong(!isNumber);
        if (isNumber) save.mutate(hours);
      }}
      isBusy={save.isPending}
      error={unlessAtField(save.error, 'hours')}
    >
      <TextField
        id="trainer-hours"
        label="Hours"
        autoFocus
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        error={wrong !== undefined}
        helperText={wrong ?? 'They count for the agency that lends the trainer, once confirmed.'}
        slotProps={{ htmlInput: { inputMode: 'decimal' } }}
        sx={{ '& .MuiInputBase-root': { maxWidth: '10rem' } }}
      />
    </ActionDialog>
  );
}
