import { londonInstant, londonTime, londonDate } from './london-time';
import { type ClosureDays, addWorkingDays, isWorkingDay } from './working-days';

const opens = '08:00';
const closes = '18:00';

/**
 * Whether mails that time sends go out at this instant: on a working day from 8am to 6pm in London, or between two other
 * London times ('HH:MM'), the second not included. Throws a RangeError on an invalid Date.
 */
export function isMailingTime(
  instant: Date,
  closureDays: ClosureDays,
  { from = opens, until = closes }: { from?: string; until?: string } = {},
): boolean {
  const time = londonTime(instant);
  return from <= time && time < until && isWorkingDay(londonDate(instant), closureDays);
}

/** The instant from which mails go out on a London date ('YYYY-MM-DD'): 8am. Throws a RangeError on what is not a date. */
export function mailingStart(localDate: string): Date {
  const start = londonInstant(localDate, opens);
  if (!start.ok) throw new RangeError(`Not a date: '${localDate}'`);
  return start.instant;
}

/**
 * The London date on which a week's mail goes out: the Monday of the week of an instant, or the first working day after
 * it where that Monday is none; it may lie in a later week. Throws a RangeError on an invalid Date.
 */
export function weeklyMailDate(instant: Date, closureDays: ClosureDays): string {
  const monday = mondayOf(londonDate(instant));
  return isWorkingDay(monday, closureDays) ? monday : addWorkingDays(monday, 1, closureDays);
}

// Days without a zone: stepping through them in UTC meets no clock change.
function mondayOf(localDate: string): string {
  const day = new Date(`${localDate}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
