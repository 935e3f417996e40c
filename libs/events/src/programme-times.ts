import { londonInstant, londonTime, timeInWords } from '@roundtable/platform';
import { type CellAnswer, type Reading, inWordsWithoutWeekday, refused, tidy, twoDigits } from './programme-cell';

/** British Summer Time or Greenwich Mean Time, typed to tell apart an hour that happens twice. */
export type TypedZone = 'BST' | 'GMT';

/** Times as 'HH:MM' in London. A start that was typed without an end is kept beside the reason. */
export type TimesReading =
  | { ok: true; start: string; end: string; startZone?: TypedZone; endZone?: TypedZone }
  | { ok: false; reason: string; start?: string; answers?: CellAnswer[] };

/**
 * Start and end ('HH:MM', London) of a cell such as '9.30 – 12.00', '10am-12pm', '1-3pm' or '09:30-12:30'. Without am
 * or pm the 24-hour clock is meant, but 1 to 7 without a leading zero are asked about. Refused, with a question where
 * there is a likely answer: nothing, a start without an end, what is not a time, an am or pm that cannot be told, and an
 * end that is not after the start. Clock changes need the date and are checked by readProgrammeRow.
 */
export function readProgrammeTimes(text: string): TimesReading {
  const cell = tidy(text)
    .replace(/([ap])\.?m\b\.?/g, '$1m')
    .replace(/\b(?:12 ?)?(?:noon|midday)\b/g, '12pm');
  if (cell === '') return refused('The time is missing. Add a start and an end, for example 9:30am to 12:30pm.');
  const [first = '', second = '', ...more] = cell.split(/ ?(?:[-‐-―−]|\bto\b|\buntil\b) ?/);
  const start = readTypedTime(first);
  const end = readTypedTime(second);
  if (start === undefined || more.length > 0 || (second !== '' && end === undefined)) {
    return refused('This is not a time we can read. Write a start and an end, for example 9:30am to 12:30pm.');
  }
  const startMinute = minuteOfStart(start, end);
  const ask = (reason: string): TimesReading => refused(reason, end === undefined ? [] : timesMeant(start, end));
  if (typeof startMinute === 'string') return ask(startMinute);
  if (end === undefined) {
    const reason = 'The end time is missing. When does it end? Write both, for example 9:30am to 12:30pm.';
    return { ok: false, start: clock(startMinute), reason };
  }
  const isSameHourTwice = start.zone === 'BST' && end.zone === 'GMT';
  if (end.minute === startMinute && !isSameHourTwice) return ask('The end is the same as the start. Check both times.');
  if (end.minute < startMinute && !isSameHourTwice) return ask(endBeforeStart(start, startMinute, end));
  if (end.isVague) return ask(whichHalf(end));
  return {
    ok: true,
    start: clock(startMinute),
    end: clock(end.minute),
    ...(start.zone && { startZone: start.zone }),
    ...(end.zone && { endZone: end.zone }),
  };
}

/** The instant of a London date and time, refused where the clocks skip it, or repeat it and no zone was typed. */
export function readInstant(localDate: string, localTime: string, zone?: TypedZone): Reading<{ instant: Date }> {
  const reading = londonInstant(localDate, localTime);
  const time = `${timeInWords(localTime)} on ${inWordsWithoutWeekday(localDate)}`;
  if (reading.ok) {
    const actual = londonTime(reading.instant) === reading.instant.toISOString().slice(11, 16) ? 'GMT' : 'BST';
    return zone === undefined || zone === actual
      ? reading
      : refused(`${time} is in ${actual} in London, not in ${zone}. Leave ${zone} out, or check the time.`);
  }
  if (reading.reason !== 'happens-twice')
    return refused(`${time} does not exist, because the clocks go forward. Choose another time.`);
  const [inSummerTime, inWinterTime] = reading.candidates;
  if (zone !== undefined) return { ok: true, instant: zone === 'BST' ? inSummerTime : inWinterTime };
  return refused(`${time} happens twice, because the clocks go back. Choose a time before 1am or from 2am.`);
}

/** What times may mean on a date on which an hour happens twice: each way in which they end after they start. */
export function zonesMeant(
  localDate: string,
  { start, end, startZone, endZone }: { start: string; end: string; startZone?: TypedZone; endZone?: TypedZone },
): CellAnswer[] {
  const zonesOf = (time: string, typed?: TypedZone): (TypedZone | undefined)[] => {
    const reading = londonInstant(localDate, time);
    return typed === undefined && !reading.ok && reading.reason === 'happens-twice' ? ['BST', 'GMT'] : [typed];
  };
  const words = (time: string, zone?: TypedZone): string => [timeInWords(time), zone].filter(Boolean).join(' ');
  return zonesOf(start, startZone).flatMap((from) =>
    zonesOf(end, endZone).flatMap((to) => {
      const starts = readInstant(localDate, start, from);
      const ends = readInstant(localDate, end, to);
      const text = `${words(start, from)} to ${words(end, to)}`;
      return starts.ok && ends.ok && ends.instant > starts.instant ? [{ label: text, text }] : [];
    }),
  );
}

interface TypedTime {
  /** As typed, without am or pm. */
  digits: string;
  label: string;
  half: string | undefined;
  /** Minutes after midnight, on the 24-hour clock where neither am nor pm was typed. */
  minute: number;
  zone: TypedZone | undefined;
  /** 1 to 7 without am, pm or a leading zero: it could be either. */
  isVague: boolean;
}

function readTypedTime(text: string): TypedTime | undefined {
  const [, digits, hours, minutes = '00', half, zone] =
    /^((\d{1,2})(?:[.:]?(\d{2}))?) ?(am|pm)?(?: ?(bst|gmt))?$/.exec(text) ?? [];
  const hour = Number(hours);
  if (digits === undefined || hours === undefined || hour > 23 || Number(minutes) > 59) return undefined;
  if ((half === 'am' && hour > 12) || (half === 'pm' && hour === 0)) return undefined;
  const hourOfDay = half === 'am' ? hour % 12 : half === 'pm' && hour < 12 ? hour + 12 : hour;
  const isVague = half === undefined && /^[1-7]$/.test(hours);
  return {
    digits,
    label: digits + (half ?? ''),
    half,
    minute: hourOfDay * 60 + Number(minutes),
    zone: zone === undefined ? undefined : zone === 'bst' ? 'BST' : 'GMT',
    isVague,
  };
}

const EARLIEST_START = 6 * 60;
const LONGEST = 10 * 60;
const MOST_ANSWERS = 3;

/** What two times may mean when am or pm is missing or slipped: the fewest changes of what was typed first. */
function timesMeant(start: TypedTime, end: TypedTime): CellAnswer[] {
  return eitherHalf(start)
    .flatMap((from) =>
      eitherHalf(end).map((to) => ({ from: from.minute, to: to.minute, slips: from.slips + to.slips })),
    )
    .filter(({ from, to }) => from >= EARLIEST_START && to > from && to - from <= LONGEST)
    .sort((one, other) => one.slips - other.slips || one.to - one.from - (other.to - other.from))
    .slice(0, MOST_ANSWERS)
    .map(({ from, to }) => `${timeInWords(clock(from))} to ${timeInWords(clock(to))}`)
    .map((text) => ({ label: text, text }));
}

/** A time in the morning and in the afternoon, where it was typed on the twelve-hour clock. */
function eitherHalf({ minute, half, digits }: TypedTime): { minute: number; slips: number }[] {
  const typed = { minute, slips: 0 };
  if (half === undefined && (/^0/.test(digits) || minute >= 13 * 60)) return [typed];
  if (half !== undefined && Number(/^\d{1,2}/.exec(digits)?.[0]) > 12) return [typed];
  return [typed, { minute: (minute + noon) % (2 * noon), slips: half === undefined ? 0 : 1 }];
}

/** Minutes after midnight, or the question to ask. A pm typed after the end alone also counts for a start before it. */
function minuteOfStart(start: TypedTime, end: TypedTime | undefined): number | string {
  if (start.half === 'am' && start.minute < 60) {
    return `${start.label} is ${afterMidnight(start)}. Is it ${start.digits}pm?`;
  }
  if (start.half === undefined && end?.half === 'pm' && start.minute >= 60 && start.minute + noon < end.minute) {
    return start.minute < 8 * 60 ? start.minute + noon : whichHalf(start);
  }
  return start.isVague && end?.half === undefined ? whichHalf(start) : start.minute;
}

function endBeforeStart(start: TypedTime, startMinute: number, end: TypedTime): string {
  const question =
    end.minute + noon > startMinute && end.minute < noon ? `Is it ${end.digits}pm?` : 'Check both times.';
  return end.half === 'am' && end.minute < 60
    ? `${end.label} is ${afterMidnight(end)}, before the start at ${start.label}. ${question}`
    : `The end, ${end.label}, is before the start, ${start.label}. ${question}`;
}

function afterMidnight({ minute }: TypedTime): string {
  if (minute === 0) return 'midnight';
  return minute === 30 ? 'half past midnight' : `${minute} minutes past midnight`;
}

function whichHalf({ digits }: TypedTime): string {
  return `It is not clear whether ${digits} is am or pm. Write ${digits}am or ${digits}pm.`;
}

const noon = 12 * 60;

function clock(minute: number): string {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}
