import { DateTime } from 'luxon';
import type { newEvent } from '../event-defaults';
import type { EventEntity } from '../event.entity';
import type { WantedSession } from '../session-rules';

type Facts = Omit<Parameters<typeof newEvent>[0], 'createdAt'>;
type Span = Pick<WantedSession, 'startsAt' | 'endsAt'>;

/**
 * What a copy of an event that starts at another instant takes over: what is taught, where, and on what terms. Fixed
 * instants and dates of the terms move by the same number of London days, so that they stand as far before the new date.
 */
export function copyOf(source: EventEntity, startsAt: Date | null): Facts {
  const days = startsAt && source.startsAt ? londonDaysBetween(source.startsAt, startsAt) : 0;
  const moved = (instant: Date | null): Date | null => instant && plusDays(instant, days);
  return {
    courseId: source.courseId,
    capacity: source.capacity,
    delivery: source.delivery,
    venueId: source.venueId,
    area: source.area,
    waitlistPolicy: source.waitlistPolicy,
    agencyCap: source.agencyCap,
    groupCap: source.groupCap,
    bookingOpensAt: moved(source.bookingOpensAt),
    bookingClosesAt: moved(source.bookingClosesAt),
    bookingClosesWorkingDays: source.bookingClosesWorkingDays,
    freeCancellationWorkingDays: source.freeCancellationWorkingDays,
    costCode: source.costCode,
    minimumPlaces: source.minimumPlaces,
    decideBy:
      source.decideBy && DateTime.fromISO(source.decideBy, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd'),
    note: source.note,
    trainerNote: source.trainerNote,
    isDemonstration: source.isDemonstration,
    duplicatedFromId: source.id,
  };
}

/** Sessions moved by whole London days to a day, and by the same minutes, so that the first starts at an instant. */
export function sessionsAt(sessions: readonly Span[], startsAt: Date): WantedSession[] {
  const first = sessions[0];
  if (!first) return [];
  const days = londonDaysBetween(first.startsAt, startsAt);
  const minutes = inLondon(startsAt).diff(inLondon(plusDays(first.startsAt, days)), 'minutes').minutes;
  const moved = (instant: Date): Date => inLondon(plusDays(instant, days)).plus({ minutes }).toJSDate();
  return sessions.map((session) => ({ startsAt: moved(session.startsAt), endsAt: moved(session.endsAt) }));
}

/** Sessions moved by a number of London days, each at its own London time. */
export function sessionsMoved(sessions: readonly Span[], days: number): WantedSession[] {
  return sessions.map(({ startsAt, endsAt }) => ({
    startsAt: plusDays(startsAt, days),
    endsAt: plusDays(endsAt, days),
  }));
}

export function londonDaysBetween(one: Date, other: Date): number {
  return Math.round(inLondon(other).startOf('day').diff(inLondon(one).startOf('day'), 'days').days);
}

function plusDays(instant: Date, days: number): Date {
  return inLondon(instant).plus({ days }).toJSDate();
}

function inLondon(instant: Date): DateTime {
  return DateTime.fromJSDate(instant, { zone: 'Europe/London' });
}
