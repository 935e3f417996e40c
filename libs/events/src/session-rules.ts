import type { NewSession } from '@roundtable/contracts';
import { londonDate, londonTime } from '@roundtable/platform';
import { DateTime } from 'luxon';
import type { EventSessionEntity } from './event-session.entity';

const DAY_MS = 24 * 3600_000;
const DUPLICATE_DAYS_AHEAD = 14;

/** A session as instants; its id where it is one that is there already. */
export interface WantedSession {
  id?: string;
  startsAt: Date;
  endsAt: Date;
}

export function wantedSessions(sessions: readonly (NewSession & { id?: string })[]): WantedSession[] {
  return sessions.map(({ id, startsAt, endsAt }) => ({ id, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }));
}

/** What is wrong with the sessions of an event, by field: each ends after it starts, within a day, before the next one starts. */
export function sessionErrors(sessions: readonly WantedSession[]): Record<string, string> {
  if (!sessions.length) return { sessions: 'Add at least one session' };
  const errors: Record<string, string> = {};
  sessions.forEach(({ startsAt, endsAt }, index) => {
    const before = sessions[index - 1];
    if (before && startsAt < before.endsAt)
      errors[`sessions.${index}.startsAt`] = 'This session must start after the one before it has ended';
    if (endsAt <= startsAt) errors[`sessions.${index}.endsAt`] = 'The end must be after the start';
    else if (endsAt.getTime() - startsAt.getTime() > DAY_MS)
      errors[`sessions.${index}.endsAt`] = 'A session must end within 24 hours; add a session for each day';
  });
  return errors;
}

/** The London date and times that are kept beside the instants of a session. */
export function localFactsOf({ startsAt, endsAt }: Pick<WantedSession, 'startsAt' | 'endsAt'>): {
  localDate: string;
  localStart: string;
  localEnd: string;
} {
  return { localDate: londonDate(startsAt), localStart: londonTime(startsAt), localEnd: londonTime(endsAt) };
}

export interface SessionPlan {
  kept: { session: EventSessionEntity; wanted: WantedSession; position: number }[];
  added: { wanted: WantedSession; position: number }[];
  removed: EventSessionEntity[];
}

/**
 * Which of an event's sessions become which of the wanted ones: by id, then by the same start, then in order, so that
 * registers and diaries keep what they know by the session's id.
 */
export function planSessions(there: readonly EventSessionEntity[], wanted: readonly WantedSession[]): SessionPlan {
  const left = new Set(there);
  const found = new Map<WantedSession, EventSessionEntity>();
  const match = (isSame: (session: EventSessionEntity, one: WantedSession) => boolean): void => {
    for (const one of wanted) {
      const session = found.has(one) ? undefined : [...left].find((candidate) => isSame(candidate, one));
      if (!session) continue;
      found.set(one, session);
      left.delete(session);
    }
  };
  match((session, one) => session.id === one.id);
  match((session, one) => session.startsAt.getTime() === one.startsAt.getTime());
  match(() => true);
  const plan: SessionPlan = { kept: [], added: [], removed: [...left] };
  wanted.forEach((one, position) => {
    const session = found.get(one);
    if (session) plan.kept.push({ session, wanted: one, position });
    else plan.added.push({ wanted: one, position });
  });
  return plan;
}

/**
 * The sessions of a duplicate: moved on by the fewest whole weeks, one at least, that put the first on a London date
 * two weeks from now or later. Each keeps its London time across changes of the clocks.
 */
export function movedByWeeks(sessions: readonly WantedSession[], now: Date): WantedSession[] {
  const first = sessions[0];
  if (!first) return [];
  const earliest = inLondon(now).startOf('day').plus({ days: DUPLICATE_DAYS_AHEAD });
  const days = earliest.diff(inLondon(first.startsAt).startOf('day'), 'days').days;
  const weeks = Math.max(1, Math.ceil(days / 7));
  const moved = (instant: Date): Date => inLondon(instant).plus({ weeks }).toJSDate();
  return sessions.map(({ startsAt, endsAt }) => ({ startsAt: moved(startsAt), endsAt: moved(endsAt) }));
}

function inLondon(instant: Date): DateTime {
  return DateTime.fromJSDate(instant, { zone: 'Europe/London' });
}
