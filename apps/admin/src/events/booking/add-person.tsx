import { Button, TextField } from '@mui/material';
import type { BookingView, EventView } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../../api/refusals';
import { api } from '../../api/request';
import { useAction } from '../../api/use-action';
import { ActionDialog } from '../../look/action-dialog';
import { ChoosePerson, type ChosenPerson } from '../../practitioners/choose-person';
import { eventPath } from '../event-path';

/** Raises the capacity by one and gives that place to one person. */
export function AddPerson({ event }: { event: EventView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        Add this person
      </Button>
      {isOpen ? <AddDialog event={event} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function AddDialog({ event, onClose }: { event: EventView; onClose: () => void }) {
  const [person, setPerson] = useState<ChosenPerson | null>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const add = useAction(
    (practitionerId: string) =>
      api.post<BookingView>(eventPath(event.id, 'additions'), { practitionerId, reason: reason.trim() }),
    {
      done: ({ practitionerName }) => `${practitionerName} has a place, and is told by mail.`,
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const refused = fieldErrors(add.error);
  const reasonWrong = isTried && reason.trim() === '' ? 'Say why' : refused['reason'];
  return (
    <ActionDialog
      heading="Add this person"
      verb="Add one place for this person"
      isOpen
      onClose={onClose}
      onDo={() => {
        setTried(true);
        if (person && reason.trim() !== '') add.mutate(person.id);
      }}
      isBusy={add.isPending}
      error={unlessAtField(add.error, 'practitionerId', 'reason')}
    >
      <p>
        The event gets one place more, {event.capacity + 1} in all, and this person has it. The reason is kept in the
        audit log.
      </p>
      <ChoosePerson
        id="add-person"
        label="Person"
        value={person}
        onChoose={setPerson}
        error={isTried && !person ? 'Choose the person' : refused['practitionerId']}
      />
      <TextField
        id="add-reason"
        label="Reason"
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        error={reasonWrong !== undefined}
        helperText={reasonWrong ?? 'One sentence is enough.'}
        slotProps={{ htmlInput: { maxLength: 300 } }}
      />
    </ActionDialog>
  );
}
