import type { BookingView } from '@roundtable/contracts';
import { api } from '../api/request';
import { ReasonAction } from '../look/reason-action';
import { momentInWords } from '../words/london-time';
import { bookingPath } from './booking-path';

/** Whether what was missing was to be completed by now. */
export function isLate({ status, provisionalUntil }: BookingView, now: Date | undefined): boolean {
  return status === 'confirmed' && provisionalUntil !== null && now !== undefined && new Date(provisionalUntil) <= now;
}

/** Takes back the place of somebody who did not complete what must come first. */
export function ReleaseBooking({ booking, isShort = false }: { booking: BookingView; isShort?: boolean }) {
  const { id, practitionerName, courseTitle, provisionalUntil } = booking;
  return (
    <ReasonAction
      verb="Release"
      what={`the place of ${practitionerName}`}
      isShort={isShort}
      isEnd
      call={(reason) => api.post<BookingView>(bookingPath(id, 'release'), { reason })}
      done={`The place of ${practitionerName} was released. They are told by mail, and it goes to the next person waiting.`}
    >
      <p>
        {courseTitle}. Something was to be completed
        {provisionalUntil ? ` by ${momentInWords(provisionalUntil)}` : ' first'}. The person is told what is missing.
      </p>
    </ReasonAction>
  );
}
