import { DateTime } from 'luxon';

const zone = 'Europe/London';

/** A London wall-clock time turned into an instant, or why that cannot be done. */
export type LondonInstant =
  | { ok: true; instant: Date }
  | { ok: false; reason: 'not-a-date' | 'not-a-time' | 'does-not-exist' }
  | { ok: false; reason: 'happens-twice'; candidates: [first: Date, second: Date] };

/** Whether the text is a day that exists, written 'YYYY-MM-DD'. */
export function isLocalDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone }).isValid;
}

/**
 * The instant at which a London wall clock shows a date ('YYYY-MM-DD') and a time ('HH:MM', 00:00 to 23:59).
 * Refused: 'not-a-date', 'not-a-time', 'does-not-exist' (the hour skipped in March), and 'happens-twice' (the hour
 * repeated in October), which comes with both instants, the one in summer time first.
 */
export function londonInstant(localDate: string, localTime: string): LondonInstant {
  if (!isLocalDate(localDate)) return { ok: false, reason: 'not-a-date' };
  if (!isLocalTime(localTime)) return { ok: false, reason: 'not-a-time' };
  const local = DateTime.fromISO(`${localDate}T${localTime}`, { zone });
  if (local.toFormat('HH:mm') !== localTime) return { ok: false, reason: 'does-not-exist' };
  const [first, second] = local
    .getPossibleOffsets()
    .map((candidate) => candidate.toJSDate())
    .sort((a, b) => a.getTime() - b.getTime());
  if (first && second) return { ok: false, reason: 'happens-twice', candidates: [first, second] };
  return { ok: true, instant: local.toJSDate() };
}

/** The London date of an instant, 'YYYY-MM-DD'. Throws a RangeError on an invalid Date. */
export function londonDate(instant: Date): string {
  return inLondon(instant).toFormat('yyyy-MM-dd');
}

/** The London time of an instant, 'HH:MM' on the 24-hour clock. Throws a RangeError on an invalid Date. */
export function londonTime(instant: Date): string {
  return inLondon(instant).toFormat('HH:mm');
}

/**
 * The instant at which a day begins in London, the day given as an instant in it or as its London date 'YYYY-MM-DD'.
 * Throws a RangeError on what is neither.
 */
export function startOfLondonDay(day: Date | string): Date {
  return dayInLondon(day).startOf('day').toJSDate();
}

/** The instant n days before another at the same London time. Throws a RangeError on an invalid Date. */
export function londonDaysBefore(instant: Date, n: number): Date {
  return inLondon(instant).minus({ days: n }).toJSDate();
}

/**
 * 'Wednesday 22 May 2024', of an instant (its day in London) or of a London date 'YYYY-MM-DD'. Throws a RangeError on
 * what is neither.
 */
export function dateInWords(day: Date | string): string {
  return dayInLondon(day).toFormat('cccc d LLLL yyyy');
}

/**
 * '9:30am', '9am', '12pm', of an instant (its time in London) or of a London time 'HH:MM'. Throws a RangeError on what
 * is neither.
 */
export function timeInWords(time: Date | string): string {
  const localTime = typeof time === 'string' ? time : londonTime(time);
  if (!isLocalTime(localTime)) throw new RangeError(`Not a time: '${localTime}'`);
  const hour = Number(localTime.slice(0, 2));
  const minutes = localTime.slice(3) === '00' ? '' : localTime.slice(2);
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/**
 * 'Wednesday 22 May 2024, 9:30am to 12:30pm', from two instants, in London time; the second date is written too where
 * it is another day. Throws a RangeError on an invalid Date.
 */
export function whenInWords(start: Date, end: Date): string {
  const lastDay = londonDate(start) === londonDate(end) ? '' : `${dateInWords(end)}, `;
  return `${dateInWords(start)}, ${timeInWords(start)} to ${lastDay}${timeInWords(end)}`;
}

/** 'Wed 22 May, 9:30am', of an instant, in London time, without the year. Throws a RangeError on an invalid Date. */
export function shortWhen(instant: Date): string {
  return `${inLondon(instant).toFormat('ccc d LLL')}, ${timeInWords(instant)}`;
}

/**
 * The partnership year, April to March in London, as '2020-21', of an instant or of a London date 'YYYY-MM-DD'. Throws
 * a RangeError on what is neither.
 */
export function partnershipYear(day: Date | string): string {
  const local = dayInLondon(day);
  return yearName(local.month < 4 ? local.year - 1 : local.year);
}

/** Whether the text names a partnership year: '2020-21' and '1999-00' do, '2020-22' and '2020' do not. */
export function isPartnershipYear(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && text === yearName(Number(text.slice(0, 4)));
}

/**
 * The first and the last day of a partnership year, both inside it, as London dates: '2020-21' is 2020-04-01 to
 * 2021-03-31. Throws a RangeError on what is not a partnership year; ask isPartnershipYear first about what was typed.
 */
export function partnershipYearRange(year: string): { from: string; to: string } {
  if (!isPartnershipYear(year)) throw new RangeError(`Not a partnership year: '${year}'`);
  const firstYear = year.slice(0, 4);
  return { from: `${firstYear}-04-01`, to: `${String(Number(firstYear) + 1).padStart(4, '0')}-03-31` };
}

function yearName(firstYear: number): string {
  return `${String(firstYear).padStart(4, '0')}-${String((firstYear + 1) % 100).padStart(2, '0')}`;
}

function isLocalTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

// 'en', not 'en-GB': the latter abbreviates September to 'Sept', and only on some versions of the language data.
function inLondon(instant: Date): DateTime {
  const local = DateTime.fromJSDate(instant, { zone }).setLocale('en');
  if (!local.isValid) throw new RangeError('Not an instant: the Date is invalid');
  return local;
}

function dayInLondon(day: Date | string): DateTime {
  if (typeof day !== 'string') return inLondon(day);
  if (!isLocalDate(day)) throw new RangeError(`Not a date: '${day}'`);
  return DateTime.fromISO(day, { zone }).setLocale('en');
}
