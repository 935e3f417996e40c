import {
  type BookingView,
  type CourseView,
  type EventView,
  type MissingPrerequisite,
  paths,
} from '@roundtable/contracts';
import { type EventCard, eventCard, isBookable } from '../events/event-card';
import { audienceOf } from '../events/event.presenter';
import type { PageModel } from '../frame/site-pages';
import { count, insideSentence, length, levelName, paragraphs, prerequisiteName, sentence } from '../frame/words';

export interface CoursePage extends PageModel {
  caption: string;
  summary: string[];
  /** Where to ask to be told of new dates. */
  interestHref: string;
  audience: string[];
  aims: string[];
  facts: { key: string; value: string }[];
  comesFirst: { name: string; href: string; state: 'done' | 'missing' | 'unknown' }[];
  /** The e-learning to do first, where nothing can be booked before it. */
  doFirst: { text: string; href: string } | null;
  outcomes: { stem: string; wordings: string[] }[];
  booked: { words: string; href: string } | null;
  dates: (EventCard & { isPrimary: boolean })[];
}

/**
 * A course as a visitor or a signed-in person sees it. `missing` is what this person still has to complete, null for a
 * visitor; `bookings` are the person's own live ones; `events` come in the order of their dates.
 */
export function coursePage(
  course: CourseView,
  events: readonly EventView[],
  missing: readonly MissingPrerequisite[] | null,
  bookings: readonly BookingView[],
  now: Date,
): CoursePage {
  const blocking = course.prerequisitePolicy === 'block' ? missing?.[0] : undefined;
  const booking = bookings.find(({ courseId }) => courseId === course.id);
  const bookable = events.filter((event) => isBookable(event, now));
  const first = bookable.find(({ placesFree }) => placesFree > 0) ?? bookable[0];
  return {
    title: course.title,
    section: 'find',
    description: course.summary.slice(0, 300),
    canonical: paths.course({ slug: course.slug }),
    caption: caption(course),
    interestHref: paths.interest({ slug: course.slug }),
    summary: paragraphs(course.summary),
    audience: audienceOf(course),
    aims: paragraphs(course.aims),
    facts: facts(course),
    comesFirst: course.prerequisites.map((prerequisite) => ({
      name: sentence(prerequisiteName(prerequisite)),
      href: prerequisite.url,
      state: !missing ? 'unknown' : missing.some(({ id }) => id === prerequisite.id) ? 'missing' : 'done',
    })),
    doFirst:
      blocking && !booking
        ? {
            text: blocking.kind === 'module' ? 'Start the e-learning' : 'See the course to do first',
            href: blocking.url,
          }
        : null,
    outcomes: outcomes(course),
    booked: booking ? { words: bookedWords(booking), href: paths.booking({ id: booking.id }) } : null,
    dates: bookable.map((event) => ({
      ...eventCard(event),
      isPrimary: event === first && !booking && !blocking,
    })),
  };
}

function caption(course: CourseView): string {
  const kind = sentence(course.kind);
  return course.level ? `${kind}, ${insideSentence(levelName(course.level))}` : kind;
}

function facts(course: CourseView): { key: string; value: string }[] {
  const all = [
    { key: 'Length', value: course.hours ? length(course.hours) : '' },
    { key: 'Topic', value: course.topic ?? '' },
    { key: 'Refresh', value: course.validityMonths ? `After ${monthsInWords(course.validityMonths)}` : '' },
  ];
  return all.filter(({ value }) => value !== '');
}

function monthsInWords(months: number): string {
  return months % 12 === 0 ? count(months / 12, 'year') : count(months, 'month');
}

function outcomes(course: CourseView): { stem: string; wordings: string[] }[] {
  const stems = [...new Set(course.outcomeStatements.map(({ stem }) => stem))];
  return stems.map((stem) => ({
    stem: `${sentence(stem)}:`,
    wordings: course.outcomeStatements
      .filter((statement) => statement.stem === stem)
      .map(({ wording }) => insideSentence(wording)),
  }));
}

function bookedWords(booking: BookingView): string {
  if (booking.status === 'waitlisted') return 'You are on the waiting list for a date of this course.';
  if (booking.status === 'awaiting_approval')
    return 'You have asked for a place on this course. It waits for approval.';
  if (booking.status === 'offered') return 'You have been offered a place on this course.';
  return 'You have a place on this course.';
}
