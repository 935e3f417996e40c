import { type BookingView, type EventView, type MissingPrerequisite, paths } from '@roundtable/contracts';
import { type PageErrors, pageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';
import { places, prerequisiteName, price, when, where } from '../frame/words';
import { momentWords } from './booking-words';

export interface MoveBookingPage extends PageModel {
  caption: string;
  action: string;
  bookingHref: string;
  words: string[];
  /** Dates to choose from, with what they offer. */
  dates: { value: string; text: string; hint: { text: string }; checked: boolean }[];
  courseHref: string | null;
}

export interface CheckMovePage extends PageModel {
  caption: string;
  action: string;
  backHref: string;
  eventId: string;
  rows: { key: string; value: string }[];
}

/** The other dates of the course that this booking can be moved to. */
export function moveBookingPage(
  booking: BookingView,
  events: readonly EventView[],
  slug: string | null,
  given: Fields | null = null,
  errors: PageErrors | null = null,
): MoveBookingPage {
  const dates = datesFor(booking, events);
  return {
    title: dates.length ? 'Which date do you want to move to?' : 'There is no other date to move to',
    section: 'mine',
    errors,
    caption: `${booking.courseTitle}, ${when(booking)}`,
    action: paths.moveBooking({ id: booking.id }),
    bookingHref: paths.booking({ id: booking.id }),
    words: holdsPlace(booking)
      ? ['You keep the place you have until you have one on another date.']
      : ['On the new date you join the end of the line, unless there is a free place.'],
    dates: dates.map((event) => ({
      value: event.id,
      text: when(event),
      hint: { text: `${where(event)}. ${places(event)}. ${price(event.feePence)}.` },
      checked: given?.text('eventId') === event.id,
    })),
    courseHref: slug && paths.course({ slug }),
  };
}

/** Whoever has a place needs a free one; whoever waits can wait elsewhere. */
export function datesFor(booking: BookingView, events: readonly EventView[]): EventView[] {
  return events.filter((event) => event.id !== booking.eventId && (!holdsPlace(booking) || event.placesFree > 0));
}

/** Both dates side by side, before anything is moved. */
export function checkMovePage(booking: BookingView, event: EventView, now: Date): CheckMovePage {
  return {
    title: 'Check before you move',
    section: 'mine',
    caption: booking.courseTitle,
    action: paths.moveBooking({ id: booking.id }),
    backHref: paths.moveBooking({ id: booking.id }),
    eventId: event.id,
    rows: [
      { key: 'From', value: when(booking) },
      { key: 'To', value: when(event) },
      { key: 'Where', value: where(event) },
      { key: 'Cost', value: price(event.feePence) },
      ...lateRow(booking, now),
      { key: 'What goes along', value: 'What you told us you need, your order number and what you answered before' },
    ],
  };
}

/** What moving may cost once free cancellation of the present date is over. */
function lateRow({ cancelFreeUntil }: BookingView, now: Date): { key: string; value: string }[] {
  if (cancelFreeUntil === null || new Date(cancelFreeUntil) > now) return [];
  const ended = `Free cancellation of the date you have ended at ${momentWords(cancelFreeUntil)}.`;
  return [{ key: 'Moving now', value: `${ended} Your agency may be charged, unless your place is filled.` }];
}

/** What has to be mended where the new date cannot be had. */
export function moveRefusal(code: string, missing: readonly MissingPrerequisite[]): PageErrors | null {
  if (code === 'bookings.no-place')
    return pageErrors({ eventId: 'There is no free place on this date any more. Choose another one' });
  if (code === 'bookings.prerequisites-missing')
    return pageErrors({ eventId: `Complete this before that date: ${missing.map(prerequisiteName).join('; ')}` });
  if (code === 'bookings.closed') return pageErrors({ eventId: 'This date takes no bookings now. Choose another one' });
  return null;
}

export const NO_DATE = pageErrors({ eventId: 'Choose a date' });

function holdsPlace({ status, placeHeld }: BookingView): boolean {
  return status === 'confirmed' || status === 'offered' || placeHeld;
}
