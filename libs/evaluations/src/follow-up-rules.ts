import { type ClosureDays, isWorkingDay } from '@roundtable/platform';
import type { DateTime } from 'luxon';

const MONDAY = 1;

/**
 * When a follow-up that is due at a London moment opens for somebody whose agency keeps school terms: then, or where
 * that is in the holidays, at the same time on the Monday of the second week of term. Weekends and bank holidays that
 * lead into holidays belong to them. `holidays` are London dates, 'YYYY-MM-DD'; none for everybody else.
 */
export function openingInTerm(due: DateTime, holidays: ClosureDays): DateTime {
  const firstSchoolDay = nextSchoolDay(due, holidays);
  if (!passesHolidays(due, firstSchoolDay, holidays)) return due;
  const weekAfter = firstSchoolDay.set({ weekday: MONDAY }).plus({ weeks: 1 });
  return openingInTerm(weekAfter, holidays);
}

/** The day itself, or the next on which schools are open. */
function nextSchoolDay(day: DateTime, holidays: ClosureDays): DateTime {
  let next = day;
  while (!isWorkingDay(dateOf(next), holidays)) next = next.plus({ days: 1 });
  return next;
}

function passesHolidays(from: DateTime, until: DateTime, holidays: ClosureDays): boolean {
  return holidays.some((day) => day >= dateOf(from) && day < dateOf(until));
}

function dateOf(day: DateTime): string {
  return day.toFormat('yyyy-MM-dd');
}
