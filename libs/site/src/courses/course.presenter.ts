import {
  type BookingView,
  type CourseView,
  type EventView,
  type MissingPrerequisite,
  paths,
  insideSentence,
} from '@roundtable/contracts';
import type { ResourceLink } from '../resources/resource-links';
import { type EventCard, eventCard, isBookable } from '../events/event-card';
import { audienceOf } from '../events/event.presenter';
import type { PageModel } from '../frame/site-pages';
import { count, length, levelName, paragraphs, prerequisiteName, sentence } from '../frame/words';

export interface CoursePage extends PageModel {
  /** Shown to staff alone, before it is published. */
  previewWords: string | null;
  /** It is not run any more; what to take instead. */
  archived: { alternatives: { name: string; href: string }[] } | null;
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
  /** Why the course exists, as far as that is public. */
  sources: { words: string; href: string | null }[];
  resources: ResourceLink[];
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
  more: { resources?: ResourceLink[]; isPreview?: boolean } = {},
): CoursePage {
  const blocking = course.prerequisitePolicy === 'block' ? missing?.[0] : undefined;
  const booking = bookings.find(({ courseId }) => courseId === course.id);
  const bookable = events.filter((event) => isBookable(event, now));
  const first = bookable.find(({ placesFree }) => placesFree > 0) ?? bookable[0];
  return {
    title: course.title,
    section: 'find',
    previewWords: more.isPreview ? previewWords(course) : null,
    isPersonal: more.isPreview ?? false,
    archived:
      course.status === 'archived'
        ? { alternatives: course.alternatives.map(({ title, url }) => ({ name: title, href: url })) }
        : null,
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
    sources: course.learningSources.map(({ wording, url }) => ({ words: wording, href: url })),
    resources: more.resources ?? [],
  };
}

function previewWords({ status }: CourseView): string {
  return status === 'draft'
    ? 'This is how everybody will see this page once the course is published. Now only the office sees it.'
    : 'This is how everybody sees this page.';
}

function caption(course: CourseView): string {
  const kind = sentence(course.kind);
  return course.level ? `${kind}, ${insideSentence(levelName(course.level))}` : kind;
}

function facts(course: CourseView): { key: string; value: string }[] {
  const all = [
    { key: 'Length', value: course.hours ? length(course.hours) : '' },
    { key: course.topics.length > 1 ? 'Topics' : 'Topic', value: course.topics.join(', ') },
    { key: 'Guidance', value: course.guidanceEditions.map(({ title }) => title).join(', ') },
    { key: 'Refresh', value: refresh(course) },
  ];
  return all.filter(({ value }) => value !== '');
}

/** 'After 3 years; early years: after 2 years; designated leads: after 2 years'. */
function refresh({ validityMonths, validities }: CourseView): string {
  const own = validities.map(({ sector, months }) => `${sector ?? 'designated leads'}: after ${monthsInWords(months)}`);
  const all = [...(validityMonths ? [`after ${monthsInWords(validityMonths)}`] : []), ...own];
  return sentence(all.join('; '));
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
