import { type BookingView, paths } from '@roundtable/contracts';
import { type PageErrors, pageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';
import { when } from '../frame/words';

/** Why somebody cancels; what is chosen is kept in these words. */
export const CANCELLING_REASONS = [
  'I am ill',
  'I look after somebody who needs me',
  'Urgent work came up',
  'I was not released from work',
  'I found another date or course',
  'I no longer need this course',
  'Another reason',
] as const;

export interface CancelBookingPage extends PageModel {
  caption: string;
  action: string;
  bookingHref: string;
  warning: string;
  button: string;
  reasons: { value: string; text: string }[];
}

export function cancelBookingPage(booking: BookingView, errors: PageErrors | null = null): CancelBookingPage {
  const isWaiting = booking.status === 'waitlisted';
  return {
    title: isWaiting ? 'Why do you want to leave the waiting list?' : 'Why do you want to cancel?',
    section: 'mine',
    errors,
    caption: `${booking.courseTitle}, ${when(booking)}`,
    action: paths.cancelBooking({ id: booking.id }),
    bookingHref: paths.booking({ id: booking.id }),
    warning: isWaiting
      ? 'You lose your turn. If you join again, you start at the end of the line.'
      : 'Your place goes to the next person in line. You cannot take it back.',
    button: isWaiting ? 'Leave the waiting list' : 'Cancel my booking',
    reasons: CANCELLING_REASONS.map((reason) => ({ value: reason, text: reason })),
  };
}

/** The reason that was chosen, or what has to be mended. */
export function readCancelling(given: Fields): { reason: string | null; errors: PageErrors | null } {
  const reason = given.oneOf('reason', CANCELLING_REASONS);
  return { reason, errors: reason ? null : pageErrors({ reason: 'Choose a reason' }) };
}
