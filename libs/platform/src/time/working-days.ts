import Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import { isLocalDate, londonDate } from './london-time';

/** The days that staff keep as closed, as London dates 'YYYY-MM-DD'; school holidays too where clocks stop then. */
export type ClosureDays = readonly string[];

const hour = 3_600_000;
const dayStarts = 9;
const dayEnds = 17;
const workingDay = (dayEnds - dayStarts) * hour;
const offerWorkingDays = 2;
const offerEndsAtLatest = 12;
const offerNeeds = 4 * hour;

/**
 * Whether a London date ('YYYY-MM-DD') is a working day: Monday to Friday, no bank holiday of England (their substitute
 * days and the one-off ones known to date-holidays included) and no closure day. A bank holiday proclaimed later than
 * the installed package is kept as a closure day. Throws a RangeError on what is not a date.
 */
export function isWorkingDay(localDate: string, closureDays: ClosureDays): boolean {
  const day = dayOf(localDate);
  return day.weekday <= 5 && !bankHolidays(day.year).has(localDate) && !closureDays.includes(localDate);
}

/**
 * The London date ('YYYY-MM-DD') of the nth working day after a London date, or before it where n is negative; that
 * date is not counted. With 0 it is the date itself, working or not. Throws a RangeError on what is not a date or where
 * n is not a whole number.
 */
export function addWorkingDays(localDate: string, n: number, closureDays: ClosureDays): string {
  if (!Number.isInteger(n)) throw new RangeError(`Not a number of working days: ${n}`);
  let day = dayOf(localDate);
  for (let left = Math.abs(n); left > 0;) {
    day = day.plus({ days: Math.sign(n) });
    if (isWorkingDay(day.toFormat('yyyy-MM-dd'), closureDays)) left -= 1;
  }
  return day.toFormat('yyyy-MM-dd');
}

/**
 * The instant meant by 'n working days before' a London date ('YYYY-MM-DD'): 17:00 in London on the nth working day
 * before it, that date not counted. Throws a RangeError on what is not a date, or where n is not a whole number from 1.
 */
export function workingDaysBefore(localDate: string, n: number, closureDays: ClosureDays): Date {
  if (n < 1) throw new RangeError(`Not a number of working days before: ${n}`);
  return endOfWorkingDay(addWorkingDays(localDate, -n, closureDays));
}

/** The instant at which work ends on a London date ('YYYY-MM-DD'): 17:00. */
export function endOfWorkingDay(localDate: string): Date {
  return atHour(localDate, dayEnds);
}

/**
 * The instant n working days after another: the same London time on the nth working day after it. What begins outside
 * working hours (9:00 to 17:00, Monday to Friday, London) begins with the next working hour, so that nobody's time runs
 * while nobody works. Throws a RangeError on an invalid Date, or where n is not a whole number from 0.
 */
export function workingDaysAfter(instant: Date, n: number, closureDays: ClosureDays): Date {
  if (n < 0) throw new RangeError(`Not a number of working days after: ${n}`);
  const begin = inLondon(nextWorkingInstant(instant, closureDays));
  const target = dayOf(addWorkingDays(begin.toFormat('yyyy-MM-dd'), n, closureDays));
  return begin.set({ year: target.year, month: target.month, day: target.day }).toJSDate();
}

/**
 * The working hours between two instants, with fractions; 0 where the second is not later. Working hours are 9:00 to
 * 17:00 in London, Monday to Friday, on working days, so that one working day has 8. Throws a RangeError on an invalid
 * Date.
 */
export function workingHoursBetween(from: Date, to: Date, closureDays: ClosureDays): number {
  return workingTimeBetween(from, to, closureDays) / hour;
}

/**
 * Whether at least n working days, of 8 working hours each (9:00 to 17:00 in London, Monday to Friday), remain from one
 * instant until another, such as the end of free cancellation. False once that has passed, even with n = 0. Throws a
 * RangeError on an invalid Date.
 */
export function workingDaysRemain(now: Date, until: Date, n: number, closureDays: ClosureDays): boolean {
  return now <= until && workingTimeBetween(now, until, closureDays) >= n * workingDay;
}

/**
 * When an offer opened now would end: after 2 working days, and at 12:00 in London on the last working day before the
 * first session's London date at the latest. Null where it must not be opened, because less than 4 working hours would
 * be left to answer; working hours are 9:00 to 17:00 in London, Monday to Friday, on working days. `ownDaysOff` are the
 * days on which the clock of whoever answers stops, where those are more: a school's holidays. Throws a RangeError on an
 * invalid Date.
 */
export function offerDeadline(
  now: Date,
  firstSessionStart: Date,
  closureDays: ClosureDays,
  ownDaysOff: ClosureDays = closureDays,
): Date | null {
  const latest = latestEndOfOffers(firstSessionStart, closureDays);
  const unhurried = workingDaysAfter(now, offerWorkingDays, ownDaysOff);
  const deadline = unhurried < latest ? unhurried : latest;
  return workingTimeBetween(now, deadline, ownDaysOff) >= offerNeeds ? deadline : null;
}

/** When every offer has ended: at 12:00 in London on the last working day before the first session's London date. */
export function latestEndOfOffers(firstSessionStart: Date, closureDays: ClosureDays): Date {
  return atHour(addWorkingDays(londonDate(firstSessionStart), -1, closureDays), offerEndsAtLatest);
}

/** The name of the bank holiday of England that a London date ('YYYY-MM-DD') is; null where it is none. */
export function bankHolidayName(localDate: string): string | null {
  return bankHolidays(dayOf(localDate).year).get(localDate) ?? null;
}

const bankHolidaysByYear = new Map<number, ReadonlyMap<string, string>>();
let england: Holidays | undefined;

function bankHolidays(year: number): ReadonlyMap<string, string> {
  const known = bankHolidaysByYear.get(year);
  if (known) return known;
  england ??= new Holidays('GB', 'ENG', { types: ['bank', 'public'] });
  const days = new Map(england.getHolidays(year).map(({ date, name }) => [date.slice(0, 10), name]));
  bankHolidaysByYear.set(year, days);
  return days;
}

// The clocks change on Sundays only, so a working day has the same 8 hours all year.
function workingTimeBetween(from: Date, to: Date, closureDays: ClosureDays): number {
  const lastDay = londonDate(to);
  let total = 0;
  for (let day = dayOf(londonDate(from)); day.toFormat('yyyy-MM-dd') <= lastDay; day = day.plus({ days: 1 })) {
    const localDate = day.toFormat('yyyy-MM-dd');
    if (!isWorkingDay(localDate, closureDays)) continue;
    const opens = Math.max(atHour(localDate, dayStarts).getTime(), from.getTime());
    const closes = Math.min(atHour(localDate, dayEnds).getTime(), to.getTime());
    total += Math.max(0, closes - opens);
  }
  return total;
}

function nextWorkingInstant(instant: Date, closureDays: ClosureDays): Date {
  const localDate = londonDate(instant);
  if (isWorkingDay(localDate, closureDays)) {
    const opens = atHour(localDate, dayStarts);
    if (instant < opens) return opens;
    if (instant <= atHour(localDate, dayEnds)) return instant;
  }
  return atHour(addWorkingDays(localDate, 1, closureDays), dayStarts);
}

function inLondon(instant: Date): DateTime {
  return DateTime.fromJSDate(instant, { zone: 'Europe/London' });
}

function atHour(localDate: string, hourOfDay: number): Date {
  return DateTime.fromISO(localDate, { zone: 'Europe/London' }).set({ hour: hourOfDay }).toJSDate();
}

// A calendar day without a zone: stepping through days in UTC meets no clock change.
function dayOf(localDate: string): DateTime {
  if (!isLocalDate(localDate)) throw new RangeError(`Not a date: '${localDate}'`);
  return DateTime.fromISO(localDate, { zone: 'utc' });
}
