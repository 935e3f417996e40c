import { DateTime } from 'luxon';
import type { AnsweringWindow } from '../evaluation-windows';

/** Whether a room's digits lead to its form: from the event's first day until the end of the day after its last. */
export function isRoomOpen({ startsAt, endsAt }: { startsAt: Date | null; endsAt: Date | null }, now: Date): boolean {
  if (!startsAt || !endsAt) return false;
  return now >= inLondon(startsAt).startOf('day').toJSDate() && now < digitsUntil(endsAt);
}

/** Until when an event keeps its digits. */
export function digitsUntil(endsAt: Date): Date {
  return inLondon(endsAt).plus({ days: 1 }).endOf('day').toJSDate();
}

/** Whether somebody may open the questions after the training before their time: not before it has begun. */
export function mayOpenEarly({ startsAt, endsAt }: { startsAt: Date | null; endsAt: Date | null }, now: Date): boolean {
  return startsAt !== null && endsAt !== null && now >= startsAt && now < digitsUntil(endsAt);
}

/** A window of the form after the training, from when somebody in the room opened it where that is earlier. */
export function openedFrom(window: AnsweringWindow, openedAt: Date | null | undefined): AnsweringWindow {
  return openedAt && openedAt < window.opensAt ? { ...window, opensAt: openedAt } : window;
}

function inLondon(instant: Date): DateTime {
  return DateTime.fromJSDate(instant, { zone: 'Europe/London' });
}
