import {
  type BookingView,
  type CourseView,
  type EventView,
  type MissingPrerequisite,
  paths,
} from '@roundtable/contracts';
import type { PageModel } from '../frame/site-pages';
import { AREA_WORDS, length, paragraphs, places, prerequisiteName, price, sentence, when, where } from '../frame/words';
import type { ResourceLink } from '../resources/resource-links';
import type { DeliveryParts } from './delivery.presenter';
import { type EventCard, eventCard, takesBookings } from './event-card';
import { momentWords, termFacts } from './event-terms';
import { type Publisher, eventData } from './structured-data';

/** What the page of an event is drawn from. */
export interface EventFacts {
  event: EventView;
  course: CourseView | null;
  /** Other dates of the course that can still be booked. */
  others: readonly EventView[];
  /** The person's own live booking. */
  booking: BookingView | null;
  /** What this person still has to complete; null for a visitor. */
  missing: readonly MissingPrerequisite[] | null;
  /** They may book for people of an agency. */
  isLead?: boolean;
}

export interface EventPage extends PageModel {
  caption: string;
  courseHref: string | null;
  summary: string[];
  facts: { key: string; value: string }[];
  audience: string[];
  comesFirst: { name: string; href: string; state: 'done' | 'missing' | 'unknown' }[];
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
  /** Where it is, what happens when, and who gives it; left out where nothing of it is read. */
  delivery?: DeliveryParts;
  /** Where to ask to be told of a date, where this one is not set or is over. */
  interestHref: string | null;
  others: EventCard[];
  /** What a lead may do for their agency. */
  agency: { text: string; href: string }[];
}

/** One date of a course, with everything a person asks before booking it. */
export function eventPage(
  { event, course, others, booking, missing, isLead = false }: EventFacts,
  publisher: Publisher,
  now: Date,
): EventPage {
  const canBook = takesBookings(event, now);
  const description = `${event.courseTitle}: ${when(event)}. ${where(event)}. ${price(event.feePence)}.`;
  return {
    title: event.courseTitle,
    section: 'find',
    description,
    canonical: paths.event({ id: event.id }),
    structuredData: eventData(event, course, publisher),
    caption: when(event),
    courseHref: course && paths.course({ slug: course.slug }),
    summary: course ? paragraphs(course.summary) : [],
    facts: factsOf(event, course, publisher, now),
    audience: course ? audienceOf(course) : [],
    comesFirst: (course?.prerequisites ?? []).map((prerequisite) => ({
      name: sentence(prerequisiteName(prerequisite)),
      href: prerequisite.url,
      state: !missing ? 'unknown' : missing.some(({ id }) => id === prerequisite.id) ? 'missing' : 'done',
    })),
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
    resources: [],
    interestHref: canBook || booking || !course ? null : paths.interest({ slug: course.slug }),
    others: others.map(eventCard),
    agency:
      isLead && canBook
        ? [
            { text: 'Book for people of my agency', href: paths.bookForAgency({ eventId: event.id }) },
            { text: 'Hold places for my agency', href: paths.holdPlaces({ eventId: event.id }) },
          ]
        : [],
  };
}

/** The same page as a delegate will see it, for staff: marked, and with nothing to press. */
export function eventPreviewPage(facts: EventFacts, publisher: Publisher, now: Date): EventPage {
  const page = eventPage(facts, publisher, now);
  return {
    ...page,
    title: `Preview: ${page.title}`,
    structuredData: null,
    book: null,
    interestHref: null,
    closedWords: page.book ? `Delegates find the button ‘${page.book.text}’ here.` : page.closedWords,
    preview: {
      words: 'This is a preview. It shows what somebody without an account sees once the event is published.',
      href: `${paths.backOffice}events/${facts.event.id}/show`,
    },
  };
}

function factsOf(
  event: EventView,
  course: CourseView | null,
  { name }: Publisher,
  now: Date,
): { key: string; value: string }[] {
  const all = [
    { key: 'When', value: when(event) },
    { key: 'How long', value: lengthOf(event, course) },
    { key: 'Where', value: where(event) },
    ...(event.area ? [{ key: 'For people in', value: AREA_WORDS[event.area] }] : []),
    { key: 'Places', value: places(event) },
    { key: 'Cost', value: price(event.feePence) },
    { key: 'Run by', value: event.runBy ? `${event.runBy}, for ${name}` : name },
    ...(event.status === 'published' ? termFacts(event, now) : []),
    { key: 'Reference', value: event.reference },
  ];
  return all.filter(({ value }) => value !== '');
}

/** In the course's words, else the sessions added up. */
function lengthOf(event: EventView, course: CourseView | null): string {
  const minutes = event.sessions.reduce(
    (sum, { startsAt, endsAt }) => sum + (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000,
    0,
  );
  const hours = course?.hours ?? minutes / 60;
  if (!hours) return '';
  return event.sessions.length > 1 ? `${length(hours)}, in ${event.sessions.length} sessions` : length(hours);
}

/** Whom a course is for: in its own words, and by sector. */
export function audienceOf(course: Pick<CourseView, 'audience' | 'audienceSectors'>): string[] {
  const sectors = course.audienceSectors;
  return [
    ...paragraphs(course.audience),
    ...(sectors.length ? [`For people who work in: ${sectors.join(', ')}.`] : []),
  ];
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
