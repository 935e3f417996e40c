import { storedInstant } from '@roundtable/platform';

/** A time as the database's driver gives it: text on SQLite, a Date elsewhere. */
export type RawTime = Date | string | null;

/** How many attended an event, as the database's driver gives it. */
export interface AttendedEvent {
  courseId: string;
  endsAt: RawTime;
  attended: number | string;
}

/** Between when the events ended at which somebody answered. */
export interface AnsweredBetween {
  firstEnd: RawTime;
  lastEnd: RawTime;
}

/**
 * How many attended the events at which a statement could be answered: from the first event at which somebody did,
 * for a retired statement until the last.
 */
export function attendedSince(
  answered: readonly AnsweredBetween[],
  isRetired: boolean,
  events: readonly AttendedEvent[],
): number {
  const first = Math.min(...answered.map((group) => millisecondsOf(group.firstEnd) ?? Infinity));
  const last = isRetired ? Math.max(...answered.map((group) => millisecondsOf(group.lastEnd) ?? -Infinity)) : Infinity;
  return events
    .filter((event) => {
      const end = millisecondsOf(event.endsAt);
      return end === null || (end >= first && end <= last);
    })
    .reduce((total, event) => total + Number(event.attended), 0);
}

export function millisecondsOf(time: RawTime): number | null {
  return storedInstant(time)?.getTime() ?? null;
}
