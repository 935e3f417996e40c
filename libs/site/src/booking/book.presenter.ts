import {
  type ApproverKind,
  type BookingView,
  type CourseView,
  type EventView,
  type KeepNeeds,
  type MissingPrerequisite,
  type NeedsView,
  paths,
} from '@roundtable/contracts';
import {
  type GivenAnswer,
  type PageQuestion,
  type QuestionField,
  answersInWords,
  carriedFields,
  questionFields,
  readAnswers,
} from '../evaluations/question-fields';
import { termFacts } from '../events/event-terms';
import { type PageErrors, pageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';
import { places, prerequisiteName, price, when, where } from '../frame/words';
import { approverWords } from '../my-training/booking-words';
import { type GivenNeeds, needsErrors, needsOf } from '../my-training/needs.presenter';

const LONGEST_ORDER = 60;

/** What a booking is about: the event, its course, what this person still has to complete, and whether they wait. */
export interface BookingSubject {
  event: EventView;
  course: CourseView;
  /** What the course asks before the training, and the version of its form. */
  questions: PageQuestion[];
  formId: string | null;
  missing: readonly MissingPrerequisite[];
  /** They chose to wait although something is missing. */
  waitIfMissing: boolean;
  frontDoor: string | null;
  /** Who is asked to approve the request; null where nobody needs to. */
  approver: ApproverKind | null;
  /** What this person always needs, as they keep it on their profile. */
  savedNeeds: NeedsView;
  /** Own bookings at the same time. */
  clashes: readonly BookingView[];
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
  fields: QuestionField[];
  formId: string | null;
  asksToQuote: boolean;
  mayQuote: boolean;
  asksOrderNumber: boolean;
  needs: GivenNeeds;
  hasSavedNeeds: boolean;
  orderNumber: string;
  frontDoor: string | null;
  approvalWords: string[];
  clashes: { text: string; href: string }[];
}

export interface CheckPage extends PageModel {
  caption: string;
  action: string;
  isWaiting: boolean;
  isAsking: boolean;
  approvalWords: string[];
  clashes: { text: string; href: string }[];
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
  dietaryNeeds?: string;
  keepNeeds?: KeepNeeds;
  orderNumber?: string;
  waitIfMissing?: boolean;
  answers: GivenAnswer[];
  quoteConsent?: boolean;
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
function questionsOf(subject: BookingSubject): PageQuestion[] {
  return isWaiting(subject) ? [] : subject.questions;
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
    fields: questionFields(questionsOf(subject), given),
    formId: subject.formId,
    asksToQuote: questionsOf(subject).some(({ kind }) => kind === 'text'),
    mayQuote: given?.text('quoteConsent') === 'yes',
    asksOrderNumber: event.feePence > 0,
    needs: needsOf(given, subject.savedNeeds),
    hasSavedNeeds: given === null && subject.savedNeeds.consentedAt !== null,
    orderNumber: given?.text('orderNumber') ?? '',
    frontDoor: subject.frontDoor,
    approvalWords: approvalWords(subject),
    clashes: clashItems(subject),
  };
}

/** What was asked for, or what has to be mended first. */
export function readBooking(
  subject: BookingSubject,
  given: Fields,
): { wanted: WantedBooking; errors: PageErrors | null } {
  const { answers, errors } = readAnswers(questionsOf(subject), given);
  const orderNumber = given.text('orderNumber');
  const needs = needsOf(given, subject.savedNeeds);
  Object.assign(errors, needsErrors(needs));
  if (orderNumber.length > LONGEST_ORDER) errors['orderNumber'] = 'The order number must be 60 characters or fewer';
  const wanted: WantedBooking = { answers };
  if (given.text('quoteConsent') === 'yes') wanted.quoteConsent = true;
  if (needs.accessNeeds) wanted.accessNeeds = needs.accessNeeds;
  if (needs.dietaryNeeds) wanted.dietaryNeeds = needs.dietaryNeeds;
  if (needs.accessNeeds || needs.dietaryNeeds) wanted.keepNeeds = needs.keep;
  if (orderNumber) wanted.orderNumber = orderNumber;
  if (subject.waitIfMissing) wanted.waitIfMissing = true;
  return { wanted, errors: pageErrors(errors) };
}

/** Everything once more, before it is sent. */
export function checkPage(subject: BookingSubject, now: Date, given: Fields): CheckPage {
  const { event } = subject;
  const page = bookPage(subject, now, given);
  const hidden: CheckPage['hidden'] = carriedFields(questionsOf(subject), given);
  if (page.fields.length > 0) hidden.push({ name: 'form', value: page.formId ?? 'none' });
  if (page.asksToQuote && page.mayQuote) hidden.push({ name: 'quoteConsent', value: 'yes' });
  if (page.wait) hidden.push({ name: 'wait', value: 'yes' });
  const { accessNeeds, dietaryNeeds, keep } = page.needs;
  if (accessNeeds) hidden.push({ name: 'accessNeeds', value: accessNeeds });
  if (dietaryNeeds) hidden.push({ name: 'dietaryNeeds', value: dietaryNeeds });
  if (accessNeeds || dietaryNeeds) hidden.push({ name: 'consent', value: 'yes' }, { name: 'keepNeeds', value: keep });
  if (page.orderNumber) hidden.push({ name: 'orderNumber', value: page.orderNumber });
  const rows = [
    { key: 'Course', value: event.courseTitle },
    ...page.facts,
    ...answersInWords(questionsOf(subject), given),
  ];
  if (page.asksOrderNumber) rows.push({ key: 'Order number', value: page.orderNumber || 'None' });
  rows.push({ key: 'Access needs', value: accessNeeds || 'Nothing given' });
  rows.push({ key: 'Dietary needs', value: dietaryNeeds || 'Nothing given' });
  if (accessNeeds || dietaryNeeds) rows.push({ key: 'We keep what you need', value: KEEP_WORDS[keep] });
  return {
    title: isWaiting(subject)
      ? 'Check before you join the waiting list'
      : subject.approver
        ? 'Check before you ask for a place'
        : 'Check before you book',
    section: 'find',
    caption: event.courseTitle,
    action: page.action,
    isWaiting: page.isWaiting,
    isAsking: subject.approver !== null && !page.isWaiting,
    approvalWords: page.approvalWords,
    clashes: page.clashes,
    rows,
    hidden,
  };
}

const KEEP_WORDS: Record<KeepNeeds, string> = {
  event: 'Until 30 days after this event',
  profile: 'On your profile too, until you take it back',
};

/** What approval means, before anything is sent. */
function approvalWords(subject: BookingSubject): string[] {
  if (subject.approver === null) return [];
  return [
    `Your agency approves training first. We ask ${approverWords(subject.approver)}, and write to you when they answer.`,
    isWaiting(subject)
      ? 'Once it is approved, you join the waiting list.'
      : 'A place is held for you until then, if one is still free when you send this.',
  ];
}

function clashItems({ clashes }: BookingSubject): BookPage['clashes'] {
  return clashes.map((booking) => ({
    text: `${booking.courseTitle}, ${when(booking)}`,
    href: paths.booking({ id: booking.id }),
  }));
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
