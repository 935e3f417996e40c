import type { NewSession, SessionView } from '@roundtable/contracts';
import { fromLondon, toLondon } from '../words/london-time';

/** A session as it is typed, on London's clocks. */
export interface TypedSession {
  /** Of a session that is stored already. */
  id?: string;
  date?: string | null;
  start?: string | null;
  end?: string | null;
}
export type TypedSessionErrors = { date?: string; start?: string; end?: string };
/** A session that keeps its id, so that its register stays with it. */
export type KnownSession = NewSession & { id?: string };

const NO_SUCH_TIME = 'There is no such time that day: the clocks go forward';

/** What to change in each session of a form, in the same order; empty where all of them are right. */
export function refuseBadSessions(form: { sessions?: TypedSession[] }): { sessions?: TypedSessionErrors[] } {
  const sessions = form.sessions ?? [];
  const errors = sessions.map((session, index) => ({
    ...refuseOverlap(session, sessions[index - 1]),
    ...checkSession(session),
  }));
  return errors.some((error) => Object.keys(error).length > 0) ? { sessions: errors } : {};
}

function checkSession({ date, start, end }: TypedSession): TypedSessionErrors {
  const errors: TypedSessionErrors = {};
  if (!date) errors.date = 'Enter the date';
  if (!start) errors.start = 'Enter when it starts';
  if (!end) errors.end = 'Enter when it ends';
  if (!date || !start || !end) return errors;
  const startsAt = fromLondon({ date, time: start });
  const endsAt = fromLondon({ date, time: end });
  if (startsAt === null) errors.start = NO_SUCH_TIME;
  if (endsAt === null) errors.end = NO_SUCH_TIME;
  else if (startsAt !== null && endsAt <= startsAt) errors.end = 'It must end after it starts';
  return errors;
}

function refuseOverlap(session: TypedSession, before: TypedSession | undefined): TypedSessionErrors {
  const [own] = instantsOf([session]);
  const [earlier] = before ? instantsOf([before]) : [];
  return own && earlier && own.startsAt < earlier.endsAt
    ? { start: 'It must start after the session before it has ended' }
    : {};
}

/** The typed sessions as instants, for sessions that were found right. */
export function instantsOf(sessions: readonly TypedSession[]): KnownSession[] {
  return sessions.flatMap(({ id, date, start, end }) => {
    const startsAt = fromLondon({ date: date ?? '', time: start ?? '' });
    const endsAt = fromLondon({ date: date ?? '', time: end ?? '' });
    return startsAt && endsAt ? [{ ...(id ? { id } : {}), startsAt, endsAt }] : [];
  });
}

export function typedFrom({ id, startsAt, endsAt }: SessionView): TypedSession {
  const { date, time } = toLondon(startsAt);
  return { id, date, start: time, end: toLondon(endsAt).time };
}
