import { Button } from '@mui/material';
import { LIVE_BOOKING_STATUSES, type BookingView } from '@roundtable/contracts';
import { useState } from 'react';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { Hidden } from '../look/hidden';
import { ReasonDialog } from '../look/reason-dialog';

export function canBeCancelled({ status }: BookingView): boolean {
  return (LIVE_BOOKING_STATUSES as readonly string[]).includes(status);
}

/** In a table, where the person's name stands in the row, the button says only 'Cancel' to those who see it. */
export function CancelBooking({ booking, isShort = false }: { booking: BookingView; isShort?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const cancel = useAction(
    (reason: string) => api.post<BookingView>(`/bookings/${encodeURIComponent(booking.id)}/cancellation`, { reason }),
    {
      done: `The booking of ${booking.practitionerName} was cancelled. They are told by mail, and a freed place goes to the next person waiting.`,
      onDone: () => setOpen(false),
      showsRefusal: true,
    },
  );
  return (
    <>
      {isShort ? (
        <Button size="small" color="error" onClick={() => setOpen(true)} sx={{ minHeight: 28, p: 0 }}>
          Cancel<Hidden> the booking of {booking.practitionerName}</Hidden>
        </Button>
      ) : (
        <Button variant="outlined" color="error" onClick={() => setOpen(true)}>
          Cancel this booking
        </Button>
      )}
      {isOpen ? (
        <ReasonDialog
          heading={`Cancel the booking of ${booking.practitionerName}`}
          verb="Cancel this booking"
          onClose={() => setOpen(false)}
          onDo={(reason) => cancel.mutate(reason)}
          isBusy={cancel.isPending}
          error={cancel.error}
        >
          <p>{booking.courseTitle}. The person is told by mail, and a freed place goes to the next person waiting.</p>
        </ReasonDialog>
      ) : null}
    </>
  );
}
