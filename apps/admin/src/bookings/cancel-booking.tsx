import { Button, MenuItem, TextField } from '@mui/material';
import { CANCEL_REASONS, LIVE_BOOKING_STATUSES, type BookingView } from '@roundtable/contracts';
import { useState } from 'react';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { SmallButton } from '../look/small-button';
import { bookingPath } from './booking-path';

const OTHER = 'other';

export function canBeCancelled({ status }: BookingView): boolean {
  return (LIVE_BOOKING_STATUSES as readonly string[]).includes(status);
}

/** In a table, where the person's name stands in the row, the button says only 'Cancel' to those who see it. */
export function CancelBooking({ booking, isShort = false }: { booking: BookingView; isShort?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {isShort ? (
        <SmallButton
          verb="Cancel"
          what={`the booking of ${booking.practitionerName}`}
          isEnd
          onClick={() => setOpen(true)}
        />
      ) : (
        <Button variant="outlined" color="error" onClick={() => setOpen(true)}>
          Cancel this booking
        </Button>
      )}
      {isOpen ? <CancelDialog booking={booking} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function CancelDialog({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const [chosen, setChosen] = useState('');
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const cancel = useAction(
    (reason: string) => api.post<BookingView>(bookingPath(booking.id, 'cancellation'), { reason }),
    {
      done: `The booking of ${booking.practitionerName} was cancelled. They are told by mail, and a freed place goes to the next person waiting.`,
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const reason = chosen === OTHER && words.trim() !== '' ? words.trim() : chosen;
  const isMissing = isTried && chosen === '';
  return (
    <ActionDialog
      heading={`Cancel the booking of ${booking.practitionerName}`}
      verb="Cancel this booking"
      isOpen
      onClose={onClose}
      onDo={() => {
        setTried(true);
        if (reason !== '') cancel.mutate(reason);
      }}
      isBusy={cancel.isPending}
      error={cancel.error}
    >
      <p>{booking.courseTitle}. The person is told by mail, and a freed place goes to the next person waiting.</p>
      <TextField
        select
        id="cancel-reason"
        label="Reason, in the person's words"
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
        error={isMissing}
        helperText={isMissing ? 'Choose the reason' : 'Leads see only its kind, such as personal.'}
      >
        {CANCEL_REASONS.map(({ key, words: inWords }) => (
          <MenuItem key={key} value={key}>
            {inWords}
          </MenuItem>
        ))}
      </TextField>
      {chosen === OTHER ? (
        <TextField
          id="cancel-words"
          label="What it is (optional)"
          value={words}
          onChange={({ target }) => setWords(target.value)}
          slotProps={{ htmlInput: { maxLength: 300 } }}
        />
      ) : null}
    </ActionDialog>
  );
}
