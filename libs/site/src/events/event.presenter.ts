import { type BookingView, type EventView, paths } from '@roundtable/contracts';
import type { PageModel } from '../frame/site-pages';
import { places, price, when, where } from '../frame/words';
import { isBookable } from './event-card';

export interface EventPage extends PageModel {
  caption: string;
  courseHref: string | null;
  facts: { key: string; value: string }[];
  sessions: string[];
  booking: { words: string; href: string } | null;
  /** What to press, and nothing where nothing can be booked. */
  book: { text: string; href: string } | null;
  closedWords: string | null;
  /** What a lead may do for their agency. */
  agency: { text: string; href: string }[];
}

/** One date of a course. `slug` leads to the course; `booking` is the person's own live one. */
export function eventPage(
  event: EventView,
  slug: string | null,
  booking: BookingView | null,
  now: Date,
  isLead = false,
): EventPage {
  const canBook = isBookable(event, now);
  return {
    title: event.courseTitle,
    section: 'find',
    caption: when(event),
    courseHref: slug && paths.course({ slug }),
    facts: [
      { key: 'When', value: when(event) },
      { key: 'Where', value: where(event) },
      { key: 'Places', value: places(event) },
      { key: 'Cost', value: price(event.feePence) },
      { key: 'Reference', value: event.reference },
    ],
    sessions: event.sessions.length > 1 ? event.sessions.map(when) : [],
    booking: booking && { words: ownWords(booking), href: paths.booking({ id: booking.id }) },
    book:
      canBook && !booking
        ? {
            text: event.placesFree > 0 ? 'Book this course' : 'Join the waiting list',
            href: paths.book({ eventId: event.id }),
          }
        : null,
    closedWords: canBook ? null : closedWords(event),
    agency:
      isLead && canBook
        ? [
            { text: 'Book for people of my agency', href: paths.bookForAgency({ eventId: event.id }) },
            { text: 'Hold places for my agency', href: paths.holdPlaces({ eventId: event.id }) },
          ]
        : [],
  };
}

function closedWords(event: EventView): string {
  if (event.status === 'cancelled') return 'This event was cancelled.';
  if (event.status === 'ended') return 'This event has ended.';
  if (event.status === 'draft') return 'This event cannot be booked yet.';
  return event.startsAt
    ? 'This event has started and takes no bookings now.'
    : 'The date is not set yet, so this event cannot be booked.';
}

/** What a person is told of their own live booking on an event. */
export function ownWords(booking: BookingView): string {
  if (booking.status === 'waitlisted') return 'You are on the waiting list for this event.';
  if (booking.status === 'awaiting_approval') return 'You have asked for a place on this event. It waits for approval.';
  if (booking.status === 'offered') return 'You have been offered a place on this event.';
  return 'You have a place on this event.';
}
