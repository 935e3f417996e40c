import {
  type BookingView,
  type EventView,
  type GroupBookingResult,
  type GroupBookingView,
  type NewGroupBooking,
  type PractitionerView,
  type WantedDelegate,
  paths,
} from '@roundtable/contracts';
import { type PageErrors, pageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';
import { count, places, price, when, where } from '../frame/words';
import type { LedAgency } from './led-agencies.service';

const FEWEST_ROWS = 3;
const MOST_ROWS = 30;
const MOST_PEOPLE = 30;
const FIELDS = ['name', 'email', 'jobRole'] as const;

export const GROUP_MODES = ['all', 'possible', 'wait'] as const;
type GroupMode = (typeof GROUP_MODES)[number];
const MODE_WORDS: Record<GroupMode, { text: string; hint: string }> = {
  all: { text: 'All of them or nobody', hint: 'If somebody cannot have a place, nothing is booked.' },
  possible: { text: 'Everybody who can have a place', hint: 'We tell you who could not be booked, and why.' },
  wait: {
    text: 'Everybody who can have a place, and the others join the waiting list',
    hint: 'Whoever must complete something first waits too, and keeps their turn.',
  },
};

/** What a group booking is about. */
export interface GroupSubject {
  event: EventView;
  agency: LedAgency;
  members: readonly PractitionerView[];
  memberCount: number;
  /** Live bookings of the agency's people on this event. */
  booked: readonly BookingView[];
}

interface Row {
  number: number;
  prefix: string;
  name: string;
  email: string;
  jobRole: string;
}

export interface GroupPage extends PageModel {
  caption: string;
  action: string;
  eventHref: string;
  agency: LedAgency;
  facts: { key: string; value: string }[];
  members: { name: string; text: string; hint: string | null; checked: boolean }[];
  bookedAlready: string[];
  memberWords: string | null;
  rows: Row[];
  rowCount: number;
  canAddRows: boolean;
  modes: { value: string; text: string; hint: { text: string }; checked: boolean }[];
}

export interface CheckGroupPage extends PageModel {
  caption: string;
  action: string;
  people: string[];
  rows: { key: string; value: string }[];
  hidden: { name: string; value: string }[];
}

export interface GroupResultPage extends PageModel {
  caption: string;
  words: string;
  booked: { name: string; words: string }[];
  refused: { name: string; words: string; missing: { text: string; href: string }[] }[];
  againHref: string;
}

/** Several people at once: those who are known as boxes to tick, new ones in rows. */
export function groupPage(
  subject: GroupSubject,
  given: Fields | null = null,
  errors: PageErrors | null = null,
): GroupPage {
  const { event, agency, members, memberCount, booked } = subject;
  const there = new Map(booked.map((booking) => [booking.practitionerId, booking]));
  const rowCount = rowsIn(given);
  return {
    title: 'Book for people of your agency',
    section: 'agency',
    errors,
    isPersonal: true,
    caption: event.courseTitle,
    action: paths.bookForAgency({ eventId: event.id }),
    eventHref: paths.event({ id: event.id }),
    agency,
    facts: [
      { key: 'When', value: when(event) },
      { key: 'Where', value: where(event) },
      { key: 'Places', value: places(event) },
      { key: 'Cost', value: `${price(event.feePence)}${event.feePence > 0 ? ' for each person' : ''}` },
      { key: 'Agency', value: agency.name },
    ],
    members: members
      .filter(({ id }) => !there.has(id))
      .map(({ id, name, jobRole }) => ({
        name: `person-${id}`,
        text: name,
        hint: jobRole,
        checked: given?.text(`person-${id}`) === 'yes',
      })),
    bookedAlready: booked.map((booking) => `${booking.practitionerName} ${STATUS_WORDS[booking.status] ?? ''}`),
    memberWords:
      memberCount > members.length
        ? `We show the first ${members.length} of ${memberCount} people by name. Enter anybody else below: we know them by their email address.`
        : null,
    rows: Array.from({ length: rowCount }, (_, index) => rowOf(given, index)),
    rowCount,
    canAddRows: rowCount < MOST_ROWS,
    modes: GROUP_MODES.map((mode) => ({
      value: mode,
      text: MODE_WORDS[mode].text,
      hint: { text: MODE_WORDS[mode].hint },
      checked: given?.text('mode') === mode,
    })),
  };
}

/** What was asked for; `at` tells which field of the page each person came from. */
export function readGroup(
  subject: GroupSubject,
  given: Fields,
): { wanted: NewGroupBooking; at: string[]; errors: PageErrors | null } {
  const known = subject.members.filter(({ id }) => given.text(`person-${id}`) === 'yes');
  const rows = Array.from({ length: rowsIn(given) }, (_, index) => rowOf(given, index)).filter(
    ({ name, email, jobRole }) => name || email || jobRole,
  );
  const mode = given.oneOf('mode', GROUP_MODES);
  const people: WantedDelegate[] = [
    ...known.map(({ id }) => ({ practitionerId: id })),
    ...rows.map(({ name, email, jobRole }) => ({ email, ...(name && { name }), ...(jobRole && { jobRole }) })),
  ];
  const errors: Record<string, string> = {};
  if (people.length === 0) errors['row-0-name'] = 'Choose or enter who comes';
  if (people.length > MOST_PEOPLE) errors['row-0-name'] = `Book for ${MOST_PEOPLE} people or fewer at once`;
  for (const { prefix, name, email } of rows)
    if (!email) errors[`${prefix}-email`] = `Enter the email address of ${name || 'this person'}`;
  if (mode === null) errors['mode'] = 'Choose what happens if there is not a place for everybody';
  return {
    wanted: {
      agencyId: subject.agency.id,
      people,
      mode: mode === 'all' ? 'all' : 'possible',
      waitForRest: mode === 'wait',
    },
    at: [...known.map(({ id }) => `person-${id}`), ...rows.map(({ prefix }) => prefix)],
    errors: pageErrors(errors),
  };
}

/** Errors at people, as the rows of the page know them. */
export function groupErrors(errors: Record<string, string>, at: readonly string[]): PageErrors | null {
  return pageErrors(
    Object.fromEntries(
      Object.entries(errors).map(([field, message]) => {
        const [, index, name] = /^people\.(\d+)\.(\w+)$/.exec(field) ?? [];
        const prefix = at[Number(index)];
        const isShown = prefix?.startsWith('row-') && FIELDS.some((one) => one === name);
        return [isShown ? `${prefix}-${name}` : 'row-0-name', message];
      }),
    ),
  );
}

/** Everybody once more, before anything is booked. */
export function checkGroupPage(subject: GroupSubject, given: Fields): CheckGroupPage {
  const { wanted } = readGroup(subject, given);
  const names = new Map(subject.members.map(({ id, name }) => [id, name]));
  const mode = given.oneOf('mode', GROUP_MODES) ?? 'all';
  const rows = Array.from({ length: rowsIn(given) }, (_, index) => rowOf(given, index));
  return {
    title: `Check before you book for ${count(wanted.people.length, 'person', 'people')}`,
    section: 'agency',
    isPersonal: true,
    caption: subject.event.courseTitle,
    action: paths.bookForAgency({ eventId: subject.event.id }),
    people: wanted.people.map(({ practitionerId, name, email }) =>
      practitionerId ? (names.get(practitionerId) ?? '') : [name, email].filter(Boolean).join(', '),
    ),
    rows: [
      { key: 'When', value: when(subject.event) },
      { key: 'Agency', value: subject.agency.name },
      { key: 'Places', value: places(subject.event) },
      { key: 'If there is not a place for everybody', value: MODE_WORDS[mode].text },
    ],
    hidden: [
      { name: 'agencyId', value: subject.agency.id },
      { name: 'mode', value: mode },
      { name: 'rows', value: String(rowsIn(given)) },
      ...wanted.people.flatMap(({ practitionerId }) =>
        practitionerId ? [{ name: `person-${practitionerId}`, value: 'yes' }] : [],
      ),
      ...rows.flatMap((row) =>
        FIELDS.flatMap((field) => (row[field] ? [{ name: `${row.prefix}-${field}`, value: row[field] }] : [])),
      ),
    ],
  };
}

/** Who was booked, who was not, and why. */
export function groupResultPage(subject: GroupSubject, { booked, results }: GroupBookingView): GroupResultPage {
  const made = results.filter(({ status }) => status !== null);
  const refused = results.filter(({ refusal }) => refusal !== null);
  return {
    title: resultTitle(booked, made, refused.length),
    section: 'agency',
    isPersonal: true,
    caption: subject.event.courseTitle,
    words: !booked
      ? 'You asked for all of them or nobody, and somebody cannot have a place.'
      : made.length
        ? 'We wrote to each of them.'
        : 'Nobody could have a place.',
    booked: made.map(({ name, status }) => ({ name, words: STATUS_WORDS[status ?? ''] ?? '' })),
    refused: refused.map(refusedRow),
    againHref: `${paths.bookForAgency({ eventId: subject.event.id })}?agency=${encodeURIComponent(subject.agency.id)}`,
  };
}

function resultTitle(booked: boolean, made: readonly GroupBookingResult[], refused: number): string {
  if (!booked || made.length === 0) return 'Nobody was booked';
  if (refused > 0) return 'Some people were booked';
  return made.every(({ status }) => status === 'confirmed') ? 'Everybody is booked' : 'Everybody is booked or waits';
}

const STATUS_WORDS: Record<string, string> = {
  confirmed: 'has a place',
  waitlisted: 'is on the waiting list',
  awaiting_approval: 'waits for approval',
  offered: 'has been offered a place',
};

function refusedRow({ name, refusal }: GroupBookingResult): GroupResultPage['refused'][number] {
  return {
    name,
    words: refusal?.title ?? '',
    missing: (refusal?.missing ?? []).map((one) => ({ text: one.title, href: one.url })),
  };
}

function rowsIn(given: Fields | null): number {
  const wanted = Number.parseInt(given?.text('rows') ?? '', 10);
  return Number.isInteger(wanted) ? Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, wanted)) : FEWEST_ROWS;
}

function rowOf(given: Fields | null, index: number): Row {
  const prefix = `row-${index}`;
  const text = (field: string): string => given?.text(`${prefix}-${field}`) ?? '';
  return { number: index + 1, prefix, name: text('name'), email: text('email'), jobRole: text('jobRole') };
}
