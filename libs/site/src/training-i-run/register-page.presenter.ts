import type { RegisterEntry, RegisterView } from '@roundtable/contracts';
import { mayWalkIn } from '@roundtable/bookings';
import { londonDate } from '@roundtable/platform';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';
import { count, when } from '../frame/words';
import { NO_WALK_IN, type TypedWalkIn } from './walk-in-form';

/** What was done before the page is shown. */
export const REGISTER_MOMENTS = ['saved', 'closed', 'entered'] as const;
export type RegisterMoment = (typeof REGISTER_MOMENTS)[number];

interface MarkField {
  name: string;
  legend: string;
  items: { value: string; text: string; checked: boolean }[];
}

export interface RegisterPage extends PageModel {
  caption: string;
  done: string | null;
  backHref: string | null;
  roomHref: string | null;
  action: string;
  closureAction: string;
  /** Why nothing can be marked; null where it can. */
  lockedWords: string | null;
  canClose: boolean;
  countWords: string;
  overCapacityWords: string | null;
  /** The form for people who come without a place; null while and once nobody can be entered. */
  walkIn: (TypedWalkIn & { action: string }) | null;
  files: { href: string; name: string }[];
  people: {
    id: string;
    name: string;
    agency: string;
    accessNeeds: string | null;
    walkIn: boolean;
    state: string;
    fields: MarkField[];
  }[];
}

const DONE: Record<RegisterMoment, string> = {
  saved: 'The register is saved.',
  closed: 'The register is closed. Thank you.',
  entered: 'The person is in the register. Mark them present.',
};
const ATTENDANCE = { attended: 'Present', partly_attended: 'Present in part', absent: 'Absent' };

/** Where a register's page stands: a trainer's own, or behind a mailed link, where no file is served. */
export interface RegisterPlace {
  action: string;
  closureAction: string;
  walkInAction: string;
  backHref: string | null;
  hasFiles: boolean;
  /** Where people answer in the room; a mailed link has none. */
  roomHref?: string;
}

/** The people of an event with what they need, and the register. The same page serves a mailed link. */
export function registerPage(
  register: RegisterView,
  at: RegisterPlace,
  moment: RegisterMoment | null,
  now: Date,
  typed: TypedWalkIn = NO_WALK_IN,
): RegisterPage {
  const first = register.sessions[0];
  const last = register.sessions.at(-1);
  const lockedWords = lockedBecause(register, now);
  return {
    title: register.courseTitle,
    section: 'mine',
    isPersonal: true,
    caption: first && last ? when({ startsAt: first.startsAt, endsAt: last.endsAt }) : '',
    done: moment && DONE[moment],
    action: at.action,
    closureAction: at.closureAction,
    backHref: at.backHref,
    roomHref: at.roomHref ?? null,
    lockedWords,
    canClose: lockedWords === null && register.rows.length > 0,
    countWords: register.rows.length ? `${count(register.rows.length, 'person has', 'people have')} a place.` : '',
    overCapacityWords: register.overCapacity
      ? `More people are in the register than the ${count(register.capacity, 'place', 'places')} of this training.`
      : null,
    walkIn: mayEnter(register, now) ? { ...typed, action: at.walkInAction } : null,
    files: at.hasFiles ? filesOf(register) : [],
    people: register.rows.map((row) => ({
      id: row.bookingId,
      name: row.practitionerName,
      agency: row.agencyName,
      accessNeeds: row.accessNeeds,
      walkIn: row.walkIn,
      state: row.attendance ? ATTENDANCE[row.attendance] : 'Not marked',
      fields: lockedWords === null ? register.sessions.map((session, index) => markField(register, row, index)) : [],
    })),
  };
}

/** The marks that were chosen; who was left alone is left as it was. */
export function readMarks(register: RegisterView, given: Fields): RegisterEntry[] {
  return register.rows.flatMap(({ bookingId }) =>
    register.sessions.flatMap(({ id: sessionId }) => {
      const attendance = given.oneOf(nameOf(bookingId, sessionId), ['present', 'absent']);
      return attendance ? [{ bookingId, sessionId, attendance }] : [];
    }),
  );
}

function mayEnter({ closedAt, sessions }: RegisterView, now: Date): boolean {
  const startsAt = sessions[0] ? new Date(sessions[0].startsAt) : null;
  return closedAt === null && mayWalkIn({ status: 'published', startsAt }, now);
}

function filesOf({ eventId }: RegisterView): RegisterPage['files'] {
  const at = (ending: string): string => `/api/events/${eventId}/register.${ending}`;
  return [
    { href: at('pdf'), name: 'PDF, to print' },
    { href: at('xlsx'), name: 'Excel' },
    { href: at('csv'), name: 'CSV' },
  ];
}

function lockedBecause({ closedAt, sessions, rows }: RegisterView, now: Date): string | null {
  if (!rows.length) return 'Nobody has a place yet, so there is nobody to mark.';
  if (closedAt !== null) return 'The register is closed. If something in it is wrong, tell the training team.';
  const first = sessions[0];
  if (first && londonDate(now) < londonDate(new Date(first.startsAt)))
    return 'You can mark who is present on the day of the training.';
  return null;
}

function markField(register: RegisterView, row: RegisterView['rows'][number], index: number): MarkField {
  const session = register.sessions[index]!;
  const mark = row.marks.find(({ sessionId }) => sessionId === session.id)?.attendance;
  return {
    name: nameOf(row.bookingId, session.id),
    legend: register.sessions.length > 1 ? `Session ${index + 1}: ${when(session)}` : 'Present or absent',
    items: [
      { value: 'present', text: 'Present', checked: mark === 'present' },
      { value: 'absent', text: 'Absent', checked: mark === 'absent' },
    ],
  };
}

function nameOf(bookingId: string, sessionId: string): string {
  return `mark-${bookingId}-${sessionId}`;
}
