import type { NewSession, SessionView } from '@roundtable/contracts';
import { fromLondon, toLondon } from '../words/london-time';

/** A session as it is typed, on London's clocks. */
export interface TypedSession {
  date?: string | null;
  start?: string | null;
  end?: string | null;
}
export type TypedSessionErrors = { [Field in keyof TypedSession]?: string };

const NO_SUCH_TIME = 'There is no such time that day: the clocks go forward';

/** What to change in each session of a form, in the same order; empty where all of them are right. */
export function refuseBadSessions(form: { sessions?: TypedSession[] }): { sessions?: TypedSessionErrors[] } {
  const errors = (form.sessions ?? []).map(checkSession);
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

/** The typed sessions as instants, for sessions that were found right. */
export function instantsOf(sessions: readonly TypedSession[]): NewSession[] {
  return sessions.flatMap(({ date, start, end }) => {
    const startsAt = fromLondon({ date: date ?? '', time: start ?? '' });
    const endsAt = fromLondon({ date: date ?? '', time: end ?? '' });
    return startsAt && endsAt ? [{ startsAt, endsAt }] : [];
  });
}

export function typedFrom({ startsAt, endsAt }: SessionView): TypedSession {
  const { date, time } = toLondon(startsAt);
  return { date, start: time, end: toLondon(endsAt).time };
}
