import { londonDaysBefore, partnershipYear, startOfLondonDay } from '@roundtable/platform';
import { DateTime } from 'luxon';
import { firstWholeYear, lastWholeYear } from '../report-period';

const AFTER_DAYS = 6 * 7;
const DAY = /^(\d{4})-(0[1-9]|1[0-2])-(\d{2})$/;

/** Events that ended until then are closed: nobody can answer them in time any more. */
export function closedBefore(now: Date): Date {
  return londonDaysBefore(now, AFTER_DAYS);
}

/** The last partnership year whose events are all closed. */
export function lastClosedYear(now: Date): string {
  const running = partnershipYear(closedBefore(now));
  const start = Number(running.slice(0, 4)) - 1;
  return partnershipYear(`${start}-04-01`);
}

/** When every event that ends by a London date is closed. */
export function closedFrom(to: string): Date {
  return DateTime.fromJSDate(startOfLondonDay(to), { zone: 'Europe/London' })
    .plus({ days: 1 + AFTER_DAYS })
    .toJSDate();
}

/** Whether two London dates are the first day of a month and the last of the same or a later one. */
export function isWholeMonths(from: string, to: string): boolean {
  const [first, last] = [DAY.exec(from), DAY.exec(to)];
  if (!first || !last || from > to || first[3] !== '01') return false;
  const next = new Date(`${to}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

/** The one partnership year that a period is; null where it is another. */
export function wholeYear(from: string, to: string): string | null {
  const year = partnershipYear(from);
  const start = Number(year.slice(0, 4));
  return from === `${start}-04-01` && to === `${start + 1}-03-31` ? year : null;
}

/** The partnership years that a period touches. */
export function yearsOf(from: string, to: string): { first: string; last: string } {
  return { first: partnershipYear(from), last: partnershipYear(to) };
}

/** The first and the last partnership year that lie in a period with all their days; an empty range where none does. */
export function wholeYears(from: string, to: string): { first: string; last: string } {
  return { first: firstWholeYear({ from }) ?? '', last: lastWholeYear({ to }) ?? '' };
}

/** 'May 2024', of '2024-05'. */
export function monthInWords(month: string): string {
  return DateTime.fromISO(`${month}-01`, { zone: 'utc', locale: 'en' }).toFormat('MMMM yyyy');
}
