import { type BookingView, type EventView, paths } from '@roundtable/contracts';
import type { PageModel } from '../frame/site-pages';
import { paragraphs, places, price, when, where } from '../frame/words';
import type { ResourceLink } from '../resources/resource-links';
import { takesBookings } from './event-card';
import { momentWords, termFacts } from './event-terms';

export interface EventPage extends PageModel {
  caption: string;
  courseHref: string | null;
  facts: { key: string; value: string }[];
  sessions: string[];
  /** What to know beforehand, in paragraphs. */
  note: string[];
  /** How staff see it before it is published. */
  preview: { words: string; href: string } | null;
  booking: { words: string; href: string } | null;
  /** What to press, and nothing where nothing can be booked. */
  book: { text: string; href: string } | null;
  closedWords: string | null;
  resources: ResourceLink[];
}

/** One date of a course. `slug` leads to the course; `booking` is the person's own live one. */
export function eventPage(
  event: EventView,
  slug: string | null,
  booking: BookingView | null,
  now: Date,
  resources: ResourceLink[] = [],
): EventPage {
  const canBook = takesBookings(event, now);
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
      ...(event.status === 'published' ? termFacts(event, now) : []),
      { key: 'Reference', value: event.reference },
    ],
    sessions: event.sessions.length > 1 ? event.sessions.map(when) : [],
    note: paragraphs(event.note),
    preview: null,
    booking: booking && { words: ownWords(booking), href: paths.booking({ id: booking.id }) },
    book:
      canBook && !booking
        ? {
            text: event.placesFree > 0 ? 'Book this course' : 'Join the waiting list',
            href: paths.book({ eventId: event.id }),
          }
        : null,
    closedWords: canBook ? null : closedWords(event),
    resources,
  };
}

/** The same page as a delegate will see it, for staff: marked, and with nothing to press. */
export function eventPreviewPage(event: EventView, slug: string | null, now: Date): EventPage {
  const page = eventPage(event, slug, null, now);
  return {
    ...page,
    title: `Preview: ${page.title}`,
    book: null,
    closedWords: page.book ? `Delegates find the button ‘${page.book.text}’ here.` : page.closedWords,
    preview: {
      words: 'This is a preview. It shows what somebody without an account sees once the event is published.',
      href: `${paths.backOffice}events/${event.id}/show`,
    },
  };
}

function closedWords(event: EventView): string {
  if (event.status === 'cancelled') return 'This event was cancelled.';
  if (event.status === 'ended') return 'This event has ended.';
  if (event.status === 'draft') return 'This event cannot be booked yet.';
  if (event.bookingState === 'not-open-yet' && event.bookingOpensAt)
    return `Booking opens on ${momentWords(event.bookingOpensAt)}.`;
  if (event.bookingState === 'closed' && event.bookingClosesAt)
    return `Booking closed on ${momentWords(event.bookingClosesAt)}.`;
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
