import { type BookingView, CANCEL_REASONS, paths } from '@roundtable/contracts';
import { type PageErrors, pageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';
import { when } from '../frame/words';
import { momentWords } from './booking-words';

export interface CancelBookingPage extends PageModel {
  caption: string;
  action: string;
  bookingHref: string;
  /** What becomes of the place, and what it costs. */
  words: string[];
  button: string;
  reasons: { value: string; text: string }[];
}

export function cancelBookingPage(
  booking: BookingView,
  now: Date,
  errors: PageErrors | null = null,
): CancelBookingPage {
  return {
    ...namesOf(booking.status),
    section: 'mine',
    errors,
    caption: `${booking.courseTitle}, ${when(booking)}`,
    action: paths.cancelBooking({ id: booking.id }),
    bookingHref: paths.booking({ id: booking.id }),
    words: wordsOf(booking, now),
    reasons: CANCEL_REASONS.map(({ key, words }) => ({ value: key, text: words })),
  };
}

/** The key of the reason that was chosen, or what has to be mended. */
export function readCancelling(given: Fields): { reason: string | null; errors: PageErrors | null } {
  const reason = given.oneOf(
    'reason',
    CANCEL_REASONS.map(({ key }) => key),
  );
  return { reason, errors: reason ? null : pageErrors({ reason: 'Choose a reason' }) };
}

function namesOf(status: BookingView['status']): Pick<CancelBookingPage, 'title' | 'button'> {
  if (status === 'waitlisted')
    return { title: 'Why do you want to leave the waiting list?', button: 'Leave the waiting list' };
  if (status === 'awaiting_approval')
    return { title: 'Why do you want to withdraw your request?', button: 'Withdraw my request' };
  return { title: 'Why do you want to cancel?', button: 'Cancel my booking' };
}

function wordsOf({ status, cancelFreeUntil }: BookingView, now: Date): string[] {
  const whoSees = 'If you have an agency lead, they see what kind of reason it was, and not the reason itself.';
  if (status === 'waitlisted')
    return ['You lose your turn. If you join again, you start at the end of the line.', whoSees];
  if (status === 'awaiting_approval') return ['Nobody needs to approve your request any more.', whoSees];
  const free =
    cancelFreeUntil === null
      ? []
      : new Date(cancelFreeUntil) > now
        ? [`You can cancel free of charge until ${momentWords(cancelFreeUntil)}.`]
        : [
            `Free cancellation ended at ${momentWords(cancelFreeUntil)}. Your agency may be charged, unless your place is filled or the reason is one that we do not charge for.`,
          ];
  return ['Your place goes to the next person in line. You cannot take it back.', ...free, whoSees];
}
