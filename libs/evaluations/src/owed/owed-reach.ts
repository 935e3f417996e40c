import { type ClosureDays, addWorkingDays, londonDate, startOfLondonDay } from '@roundtable/platform';
import { DateTime } from 'luxon';
import type { Stage } from '../evaluation-windows';

/** One working day more than the form before an event is asked for in advance. */
const WORKING_DAYS_AHEAD = 11;
/** The six weeks of a follow-up, after the longest holidays that may have put it off. */
const LONGEST_FOLLOW_UP_DAYS = 120;
const HALF_HOUR_MS = 30 * 60_000;
const DAY_MS = 24 * 3_600_000;

/**
 * The dates of the events whose forms may be open: their start for the form before, else their end. A wide net, which
 * the rules sort out. With days off given it is drawn for what may be due now alone.
 */
export function reachOf(stage: Stage, now: Date, daysOff: ClosureDays | null): { from: Date; until: Date | null } {
  if (stage === 'before')
    return {
      from: now,
      until: daysOff && startOfLondonDay(addWorkingDays(londonDate(now), WORKING_DAYS_AHEAD, daysOff)),
    };
  if (stage === 'after') return { from: weeksBefore(now, 6), until: new Date(now.getTime() + HALF_HOUR_MS) };
  const due = DateTime.fromJSDate(now, { zone: 'Europe/London' }).minus({ months: 3 });
  return {
    from: new Date(due.toMillis() - LONGEST_FOLLOW_UP_DAYS * DAY_MS),
    // Three months back from a month's end may be clamped, so a few days more are looked at.
    until: new Date(due.toMillis() + 4 * DAY_MS),
  };
}

/** With the hour by which the clocks may have changed. */
function weeksBefore(now: Date, weeks: number): Date {
  return new Date(now.getTime() - weeks * 7 * DAY_MS - HALF_HOUR_MS * 2);
}
