import type { NewSession, SessionView } from '@roundtable/contracts';
import { fromLondon, toLondon } from '../words/london-time';

const DAY_MS = 86_400_000;
const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The dates of all sessions once one is given another: the first takes the later ones with it. */
export function withDate(dates: readonly string[], index: number, date: string): string[] {
  const was = dates[index];
  if (index > 0 || !was || !date) return dates.map((one, n) => (n === index ? date : one));
  const days = dayNumber(date) - dayNumber(was);
  return dates.map((one) => (one ? dateAfter(one, days) : one));
}

/** The sessions of an event on other London dates, each at its own times; null where a time does not exist that day. */
export function sessionsOn(sessions: readonly SessionView[], dates: readonly string[]): NewSession[] | null {
  const moved = sessions.map(({ startsAt, endsAt }, index) => {
    const [start, end] = [toLondon(startsAt), toLondon(endsAt)];
    const date = dates[index] ?? '';
    if (!date) return null;
    const endDate = dateAfter(date, dayNumber(end.date) - dayNumber(start.date));
    const [from, to] = [fromLondon({ date, time: start.time }), fromLondon({ date: endDate, time: end.time })];
    return from && to ? { startsAt: from, endsAt: to } : null;
  });
  return moved.some((session) => session === null) ? null : moved.flatMap((session) => session ?? []);
}
