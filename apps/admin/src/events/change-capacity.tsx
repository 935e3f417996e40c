import { Button, TextField } from '@mui/material';
import type { EventView } from '@roundtable/contracts';
import { useState } from 'react';
import { HttpError } from 'react-admin';
import { api, problemCode } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { plural } from '../words/figures';
import { PeopleToMove } from './people-to-move';

export function ChangeCapacity({ event }: { event: EventView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        Change the capacity
      </Button>
      {isOpen ? <CapacityDialog event={event} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function CapacityDialog({ event, onClose }: { event: EventView; onClose: () => void }) {
  const [typed, setTyped] = useState(String(event.capacity));
  const [isWrong, setWrong] = useState(false);
  const change = useAction(
    (capacity: number) => api.patch<EventView>(`/events/${encodeURIComponent(event.id)}`, { capacity }),
    {
      done: ({ capacity }) =>
        `The event has ${plural(capacity, 'place', 'places')} now. Places that opened go to people waiting.`,
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const submit = () => {
    const capacity = Number(typed);
    const isWhole = Number.isInteger(capacity) && capacity > 0;
    setWrong(!isWhole);
    if (isWhole) change.mutate(capacity);
  };
  return (
    <ActionDialog
      heading="Change the capacity"
      verb="Save the capacity"
      isOpen
      onClose={onClose}
      onDo={submit}
      isBusy={change.isPending}
      error={fieldError(change.error) ? null : change.error}
    >
      <p>{plural(event.placesHeld, 'place is', 'places are')} held. New places go to people waiting, in their order.</p>
      <TextField
        id="capacity"
        label="Places"
        autoFocus
        value={typed}
        onChange={(press) => setTyped(press.target.value)}
        error={isWrong || fieldError(change.error) !== undefined}
        helperText={isWrong ? 'Enter a whole number, 1 or more' : fieldError(change.error)}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        sx={{ '& .MuiInputBase-root': { maxWidth: '10rem' } }}
      />
      {problemCode(change.error) === 'events.capacity-below-held' ? (
        <PeopleToMove event={event} capacity={change.variables ?? event.capacity} />
      ) : null}
    </ActionDialog>
  );
}

/** What to say at the field; a refusal that is about something else stands above it. */
function fieldError(error: unknown): string | undefined {
  if (problemCode(error) === 'events.capacity-below-held') return (error as Error).message;
  const body = error instanceof HttpError ? (error.body as { errors?: Record<string, string> }) : undefined;
  return body?.errors?.['capacity'];
}
