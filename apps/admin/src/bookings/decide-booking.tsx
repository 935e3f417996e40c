import { Button } from '@mui/material';
import type { BookingView } from '@roundtable/contracts';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ReasonAction } from '../look/reason-action';
import { SmallButton } from '../look/small-button';
import { BOOKING_STATUS } from '../words/labels';
import { bookingPath } from './booking-path';

interface DecideBookingProps {
  booking: BookingView;
  isShort?: boolean;
}

/** Approves or declines what waits for approval. */
export function DecideBooking({ booking, isShort = false }: DecideBookingProps) {
  const { id, practitionerName } = booking;
  const what = `the request of ${practitionerName}`;
  const approve = useAction(() => api.post<BookingView>(bookingPath(id, 'approval')), {
    done: ({ status }) =>
      `${practitionerName} is approved: ${BOOKING_STATUS[status].toLowerCase()}. They are told by mail.`,
  });
  return (
    <>
      {isShort ? (
        <SmallButton verb="Approve" what={what} isOff={approve.isPending} onClick={() => approve.mutate(undefined)} />
      ) : (
        <Button variant="contained" disabled={approve.isPending} onClick={() => approve.mutate(undefined)}>
          Approve
        </Button>
      )}
      <ReasonAction
        verb="Decline"
        what={what}
        isShort={isShort}
        isEnd
        call={(reason) => api.post<BookingView>(bookingPath(id, 'decline'), { reason })}
        done={`The request of ${practitionerName} was declined. They are told by mail, with your reason.`}
      >
        <p>
          {booking.courseTitle}. The person reads the reason. A place that was held goes to the next person waiting.
        </p>
      </ReasonAction>
    </>
  );
}
