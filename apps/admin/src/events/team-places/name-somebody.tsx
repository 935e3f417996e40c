import { TextField } from '@mui/material';
import type { BookingView, TeamPlacesView, WantedDelegate } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../../api/refusals';
import { api } from '../../api/request';
import { useAction } from '../../api/use-action';
import { ActionDialog } from '../../look/action-dialog';
import { SmallButton } from '../../look/small-button';

/** Gives one of the held places to somebody of the agency. */
export function NameSomebody({ held }: { held: TeamPlacesView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SmallButton verb="Name somebody" what={`of ${held.agencyName}`} onClick={() => setOpen(true)} />
      {isOpen ? <NameDialog held={held} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const FIELDS = [
  { field: 'email', label: 'Email address' },
  { field: 'name', label: 'Name (where the address is new to us)' },
  { field: 'jobRole', label: 'Job role (optional)' },
] as const;

function NameDialog({ held, onClose }: { held: TeamPlacesView; onClose: () => void }) {
  const [typed, setTyped] = useState({ email: '', name: '', jobRole: '' });
  const [isTried, setTried] = useState(false);
  const name = useAction(
    (wanted: WantedDelegate) => api.post<BookingView>(`/team-places/${encodeURIComponent(held.id)}/bookings`, wanted),
    {
      done: ({ practitionerName }) => `${practitionerName} has one of the places, and is told by mail.`,
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const refused = fieldErrors(name.error);
  const isMissing = isTried && typed.email.trim() === '';
  const errorOf = (field: keyof typeof typed) =>
    field === 'email' && isMissing ? 'Enter the email address' : refused[field];
  return (
    <ActionDialog
      heading={`Name somebody of ${held.agencyName}`}
      verb="Give this person the place"
      isOpen
      onClose={onClose}
      onDo={() => {
        setTried(true);
        const given = Object.fromEntries(
          Object.entries(typed).flatMap(([field, text]) => (text.trim() ? [[field, text.trim()]] : [])),
        );
        if (typed.email.trim() !== '') name.mutate(given);
      }}
      isBusy={name.isPending}
      error={unlessAtField(name.error, 'email', 'name', 'jobRole')}
    >
      {FIELDS.map(({ field, label }, index) => (
        <TextField
          key={field}
          id={`named-${field}`}
          type={field === 'email' ? 'email' : 'text'}
          label={label}
          autoFocus={index === 0}
          value={typed[field]}
          onChange={({ target }) => setTyped({ ...typed, [field]: target.value })}
          error={errorOf(field) !== undefined}
          helperText={errorOf(field)}
        />
      ))}
    </ActionDialog>
  );
}
