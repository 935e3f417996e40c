import type { BookingView } from '@roundtable/contracts';
import { api } from '../api/request';
import { ReasonAction } from '../look/reason-action';
import { bookingPath } from './booking-path';

/** Gives a free place to somebody who waits, out of their turn. */
export function PromoteBooking({ booking, isShort = false }: { booking: BookingView; isShort?: boolean }) {
  const { id, practitionerName, courseTitle } = booking;
  return (
    <ReasonAction
      verb={isShort ? 'Give a place' : 'Give a place out of order'}
      what={`to ${practitionerName}`}
      isShort={isShort}
      call={(reason) => api.post<BookingView>(bookingPath(id, 'promotion'), { reason })}
      done={`${practitionerName} has a place now, and is told by mail.`}
    >
      <p>
        {courseTitle}. They are confirmed before others who wait, past kept places and caps, where a place is free. The
        reason is kept in the audit log.
      </p>
    </ReasonAction>
  );
}
