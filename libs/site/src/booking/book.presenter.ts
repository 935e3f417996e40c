import {
  type BookingView,
  type CourseView,
  type EventView,
  type MissingPrerequisite,
  paths,
} from '@roundtable/contracts';
import {
  type GivenRating,
  type RatingField,
  ratingFields,
  ratingsInWords,
  readRatings,
} from '../evaluations/rating-questions';
import { termFacts } from '../events/event-terms';
import { type PageErrors, pageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';
import { places, prerequisiteName, price, when, where } from '../frame/words';

const LONGEST_NEEDS = 1000;
const LONGEST_ORDER = 60;

/** What a booking is about: the event, its course, what this person still has to complete, and whether they wait. */
export interface BookingSubject {
  event: EventView;
  course: CourseView;
  missing: readonly MissingPrerequisite[];
  /** They chose to wait although something is missing. */
  waitIfMissing: boolean;
  frontDoor: string | null;
}

export interface BookPage extends PageModel {
  caption: string;
  action: string;
  eventHref: string;
  isWaiting: boolean;
  wait: boolean;
  facts: { key: string; value: string }[];
  /** What to complete before the event, where a place can be had all the same. */
  toComplete: { name: string; href: string }[];
  fields: RatingField[];
  asksOrderNumber: boolean;
  accessNeeds: string;
  consent: boolean;
  orderNumber: string;
  frontDoor: string | null;
}

export interface CheckPage extends PageModel {
  caption: string;
  action: string;
  isWaiting: boolean;
  rows: { key: string; value: string }[];
  hidden: { name: string; value: string }[];
}

export interface MissingPage extends PageModel {
  caption: string;
  action: string;
  eventHref: string;
  items: { name: string; href: string; action: string }[];
}

export interface WantedBooking {
  accessNeeds?: string;
  orderNumber?: string;
  waitIfMissing?: boolean;
  answers: GivenRating[];
}

/** Whether the request can only join the line. */
export function isWaiting(subject: BookingSubject): boolean {
  return subject.event.placesFree === 0 || isBlocked(subject);
}

/** Whether no place can be had before something is completed. */
export function isBlocked({ course, missing }: BookingSubject): boolean {
  return course.prerequisitePolicy === 'block' && missing.length > 0;
}

/** Questions come with a place; whoever waits is asked when a place is theirs. */
function questionsOf(subject: BookingSubject): CourseView['outcomeStatements'] {
  return isWaiting(subject) ? [] : subject.course.outcomeStatements;
}

/** The form, empty or with what somebody typed. */
export function bookPage(
  subject: BookingSubject,
  now: Date,
  given: Fields | null = null,
  errors: PageErrors | null = null,
): BookPage {
  const { event, missing } = subject;
  return {
    title: isWaiting(subject) ? 'Join the waiting list' : 'Book this course',
    section: 'find',
    errors,
    caption: event.courseTitle,
    action: paths.book({ eventId: event.id }),
    eventHref: paths.event({ id: event.id }),
    isWaiting: isWaiting(subject),
    wait: subject.waitIfMissing,
    facts: [...factsOf(event), ...termFacts(event, now)],
    toComplete: missing.map((one) => ({ name: prerequisiteName(one), href: one.url })),
    fields: ratingFields(questionsOf(subject), given),
    asksOrderNumber: event.feePence > 0,
    accessNeeds: given?.text('accessNeeds') ?? '',
    consent: given?.text('consent') === 'yes',
    orderNumber: given?.text('orderNumber') ?? '',
    frontDoor: subject.frontDoor,
  };
}

/** What was asked for, or what has to be mended first. */
export function readBooking(
  subject: BookingSubject,
  given: Fields,
): { wanted: WantedBooking; errors: PageErrors | null } {
  const { answers, errors } = readRatings(questionsOf(subject), given);
  const accessNeeds = given.text('accessNeeds');
  const orderNumber = given.text('orderNumber');
  if (accessNeeds.length > LONGEST_NEEDS) errors['accessNeeds'] = 'What you need must be 1,000 characters or fewer';
  else if (accessNeeds && given.text('consent') !== 'yes')
    errors['consent'] = 'Agree that we may keep what you wrote, or clear the box above';
  if (orderNumber.length > LONGEST_ORDER) errors['orderNumber'] = 'The order number must be 60 characters or fewer';
  const wanted: WantedBooking = { answers };
  if (accessNeeds) wanted.accessNeeds = accessNeeds;
  if (orderNumber) wanted.orderNumber = orderNumber;
  if (subject.waitIfMissing) wanted.waitIfMissing = true;
  return { wanted, errors: pageErrors(errors) };
}

/** Everything once more, before it is sent. */
export function checkPage(subject: BookingSubject, now: Date, given: Fields): CheckPage {
  const { event } = subject;
  const page = bookPage(subject, now, given);
  const hidden: CheckPage['hidden'] = page.fields.map(({ name }) => ({ name, value: given.text(name) }));
  if (page.wait) hidden.push({ name: 'wait', value: 'yes' });
  if (page.accessNeeds)
    hidden.push({ name: 'accessNeeds', value: page.accessNeeds }, { name: 'consent', value: 'yes' });
  if (page.orderNumber) hidden.push({ name: 'orderNumber', value: page.orderNumber });
  const rows = [
    { key: 'Course', value: event.courseTitle },
    ...page.facts,
    ...ratingsInWords(questionsOf(subject), given),
  ];
  if (page.asksOrderNumber) rows.push({ key: 'Order number', value: page.orderNumber || 'None' });
  rows.push({ key: 'What you need to take part', value: page.accessNeeds || 'Nothing given' });
  return {
    title: isWaiting(subject) ? 'Check before you join the waiting list' : 'Check before you book',
    section: 'find',
    caption: event.courseTitle,
    action: page.action,
    isWaiting: page.isWaiting,
    rows,
    hidden,
  };
}

/** What has to be completed before a place can be had, each with where to do it. */
export function missingPage({ event, missing }: BookingSubject): MissingPage {
  return {
    title: 'There is something to complete first',
    section: 'find',
    caption: event.courseTitle,
    action: paths.book({ eventId: event.id }),
    eventHref: paths.event({ id: event.id }),
    items: missing.map((one) => ({
      name: prerequisiteName(one),
      href: one.url,
      action: one.kind === 'module' ? 'Start the e-learning' : 'See this course',
    })),
  };
}

/** The person's own booking that stands in the way: of this event, or a place on another date of the course. */
export function bookingInTheWay(
  bookings: readonly BookingView[],
  { event, course }: BookingSubject,
  now: Date,
): BookingView | null {
  const coming = bookings.filter(({ endsAt }) => endsAt === null || new Date(endsAt) > now);
  const samePlace = coming.find(({ eventId, status }) => eventId === event.id && isLive(status));
  const sameCourse = coming.find(
    ({ courseId, status }) => courseId === course.id && isLive(status) && status !== 'waitlisted',
  );
  return samePlace ?? (course.isSeries ? null : (sameCourse ?? null));
}

export function isLive(status: BookingView['status']): boolean {
  return status === 'confirmed' || status === 'offered' || status === 'awaiting_approval' || status === 'waitlisted';
}

function factsOf(event: EventView): { key: string; value: string }[] {
  return [
    { key: 'When', value: when(event) },
    { key: 'Where', value: where(event) },
    { key: 'Places', value: places(event) },
    { key: 'Cost', value: price(event.feePence) },
  ];
}
