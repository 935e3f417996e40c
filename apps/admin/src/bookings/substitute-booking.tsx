import { Button, TextField } from '@mui/material';
import type { BookingView, NewSubstitution } from '@roundtable/contracts';
import { useState } from 'react';
import { useRedirect } from 'react-admin';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { BOOKING_STATUS } from '../words/labels';
import { bookingPath } from './booking-path';

/** A colleague of the same agency comes instead. */
export function SubstituteBooking({ booking }: { booking: BookingView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        Send a colleague instead
      </Button>
      {isOpen ? <SubstituteDialog booking={booking} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function SubstituteDialog({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const redirect = useRedirect();
  const [typed, setTyped] = useState({ email: '', name: '', jobRole: '' });
  const [isTried, setTried] = useState(false);
  const substitute = useAction(
    (wanted: NewSubstitution) => api.post<BookingView>(bookingPath(booking.id, 'substitution'), wanted),
    {
      done: ({ practitionerName, status }) =>
        `${practitionerName} comes instead of ${booking.practitionerName}: ${BOOKING_STATUS[status].toLowerCase()}. Both are told by mail.`,
      onDone: ({ id }) => redirect('show', 'bookings', id),
      showsRefusal: true,
    },
  );
  const refused = fieldErrors(substitute.error);
  const emailWrong = isTried && typed.email.trim() === '' ? 'Enter the email address' : refused['email'];
  const submit = () => {
    setTried(true);
    const { email, name, jobRole } = typed;
    if (email.trim() === '') return;
    substitute.mutate({
      email: email.trim(),
      ...(name.trim() ? { name: name.trim() } : {}),
      ...(jobRole.trim() ? { jobRole: jobRole.trim() } : {}),
    });
  };
  return (
    <ActionDialog
      heading={`Send a colleague instead of ${booking.practitionerName}`}
      verb="Send this colleague"
      isOpen
      onClose={onClose}
      onDo={submit}
      isBusy={substitute.isPending}
      error={unlessAtField(substitute.error, 'email', 'name', 'jobRole')}
    >
      <p>
        The colleague works for {booking.agencyName} too, and takes the same place. Nothing personal goes along: needs,
        answers, approval and what must be completed first are their own.
      </p>
      <TextField
        id="substitute-email"
        type="email"
        label="Email address of the colleague"
        autoFocus
        value={typed.email}
        onChange={({ target }) => setTyped({ ...typed, email: target.value })}
        error={emailWrong !== undefined}
        helperText={emailWrong}
        slotProps={{ htmlInput: { maxLength: 254 } }}
      />
      <TextField
        id="substitute-name"
        label="Name (where the address is new to us)"
        value={typed.name}
        onChange={({ target }) => setTyped({ ...typed, name: target.value })}
        error={refused['name'] !== undefined}
        helperText={refused['name']}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <TextField
        id="substitute-job-role"
        label="Job role (optional)"
        value={typed.jobRole}
        onChange={({ target }) => setTyped({ ...typed, jobRole: target.value })}
        error={refused['jobRole'] !== undefined}
        helperText={refused['jobRole']}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
    </ActionDialog>
  );
}
