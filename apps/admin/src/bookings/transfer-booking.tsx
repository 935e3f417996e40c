import { Button } from '@mui/material';
import type { BookingView } from '@roundtable/contracts';
import { useState } from 'react';
import { useRedirect } from 'react-admin';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ChooseDate } from '../events/choose-date';
import { ActionDialog } from '../look/action-dialog';
import { SmallButton } from '../look/small-button';
import { BOOKING_STATUS } from '../words/labels';
import { bookingPath } from './booking-path';

/** Moves a booking to another date of its course: both or neither. */
export function TransferBooking({ booking, isShort = false }: { booking: BookingView; isShort?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {isShort ? (
        <SmallButton verb="Move" what={`the booking of ${booking.practitionerName}`} onClick={() => setOpen(true)} />
      ) : (
        <Button variant="outlined" onClick={() => setOpen(true)}>
          Move to another date
        </Button>
      )}
      {isOpen ? <TransferDialog booking={booking} isStaying={isShort} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface TransferDialogProps {
  booking: BookingView;
  /** Whether the page stays on what is left. */
  isStaying: boolean;
  onClose: () => void;
}

function TransferDialog({ booking, isStaying, onClose }: TransferDialogProps) {
  const redirect = useRedirect();
  const [eventId, setEventId] = useState('');
  const [isTried, setTried] = useState(false);
  const transfer = useAction(() => api.post<BookingView>(bookingPath(booking.id, 'transfer'), { eventId }), {
    done: ({ status }) =>
      `${booking.practitionerName} was moved: ${BOOKING_STATUS[status].toLowerCase()} on the other date. They are told by mail.`,
    onDone: ({ id }) => {
      onClose();
      if (!isStaying) redirect('show', 'bookings', id);
    },
    showsRefusal: true,
  });
  return (
    <ActionDialog
      heading={`Move the booking of ${booking.practitionerName}`}
      verb="Move the booking"
      isOpen
      onClose={onClose}
      onDo={() => {
        setTried(true);
        if (eventId !== '') transfer.mutate(undefined);
      }}
      isBusy={transfer.isPending}
      error={unlessAtField(transfer.error, 'eventId')}
    >
      <p>
        What they answered beforehand, their approval and what they need go along. Who has a place here needs a free one
        there.
      </p>
      <ChooseDate
        label={`Date of ${booking.courseTitle}`}
        courseId={booking.courseId}
        withoutId={booking.eventId}
        value={eventId}
        onChoose={setEventId}
        error={isTried && eventId === '' ? 'Choose a date' : fieldErrors(transfer.error)['eventId']}
      />
    </ActionDialog>
  );
}
