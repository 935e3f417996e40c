import { Button, TextField } from '@mui/material';
import type { NewWalkIn, RegisterView, WalkInView } from '@roundtable/contracts';
import { useState } from 'react';
import { HttpError } from 'react-admin';
import { ChooseAgency, type ChosenAgency } from '../agencies/choose-agency';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';

/** Somebody came without a place: they are in the room, so they are in the register. */
export function AddWalkIn({ register }: { register: RegisterView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        Add who came without a place
      </Button>
      {isOpen ? <WalkInDialog eventId={register.eventId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function WalkInDialog({ eventId, onClose }: { eventId: string; onClose: () => void }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [agency, setAgency] = useState<ChosenAgency | null>(null);
  const enter = useAction(
    (wanted: NewWalkIn) => api.post<WalkInView>(`/events/${encodeURIComponent(eventId)}/walk-ins`, wanted),
    {
      done: ({ overCapacity }) =>
        overCapacity
          ? 'They are in the register. More people came than there are places.'
          : 'They are in the register. Mark them present.',
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const wrong = fieldErrors(enter.error);
  return (
    <ActionDialog
      heading="Add somebody who came without a place"
      verb="Add to the register"
      isOpen
      onClose={onClose}
      onDo={() => enter.mutate({ name, ...(email && { email }), ...(agency && { agencyId: agency.id }) })}
      isBusy={enter.isPending}
      error={wrong ? null : enter.error}
    >
      <p>Nobody is written to. Nobody is refused because the event is full.</p>
      <TextField
        id="walk-in-name"
        label="Full name"
        autoFocus
        fullWidth
        value={name}
        onChange={(press) => setName(press.target.value)}
        error={wrong?.['name'] !== undefined}
        helperText={wrong?.['name']}
      />
      <ChooseAgency
        id="walk-in-agency"
        label="Agency"
        value={agency}
        onChoose={setAgency}
        error={wrong?.['agencyId']}
      />
      <TextField
        id="walk-in-email"
        label="Email address (optional)"
        fullWidth
        value={email}
        onChange={(press) => setEmail(press.target.value)}
        error={wrong?.['email'] !== undefined}
        helperText={wrong?.['email'] ?? 'With it we find what they have done before, and can send the certificate.'}
      />
    </ActionDialog>
  );
}

function fieldErrors(error: unknown): Record<string, string> | undefined {
  return error instanceof HttpError
    ? (error.body as { errors?: Record<string, string> } | undefined)?.errors
    : undefined;
}
