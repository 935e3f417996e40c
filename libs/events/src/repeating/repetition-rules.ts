import type { DayView, RepeatEvery } from '@roundtable/contracts';
import { DateTime } from 'luxon';

/** The most events that one repetition makes. */
export const MOST_TIMES = 52;
const MOST_TURNS = 120;

/**
 * The London date of the nth turn after a first one. Weeks and fortnights keep the weekday; months keep the weekday and
 * its place in the month, such as the second Tuesday, and a fifth one becomes the last.
 */
export function turnAfter(firstDate: string, every: RepeatEvery, n: number): string {
  const first = DateTime.fromISO(firstDate, { zone: 'utc' });
  if (every !== 'month') return first.plus({ weeks: every === 'week' ? n : 2 * n }).toFormat('yyyy-MM-dd');
  const place = Math.ceil(first.day / 7);
  const month = first.startOf('month').plus({ months: n });
  const firstOfWeekday = month.plus({ days: (first.weekday - month.weekday + 7) % 7 });
  const nth = firstOfWeekday.plus({ weeks: place - 1 });
  const day = nth.month === month.month ? nth : nth.minus({ weeks: 1 });
  return day.toFormat('yyyy-MM-dd');
}

/** Every turn that could be meant, in order: until a date, or as many as skipping might need. */
export function turnsOf(firstDate: string, every: RepeatEvery, until: string | null): string[] {
  const turns: string[] = [];
  for (let n = 1; n <= MOST_TURNS; n += 1) {
    const turn = turnAfter(firstDate, every, n);
    if (until !== null && turn > until) break;
    turns.push(turn);
  }
  return turns;
}

/** Why nothing is held on these days; null where something can be. School holidays are in the way only where asked. */
export function whySkipped(days: readonly DayView[], skipsSchoolHolidays: boolean): string | null {
  const inTheWay = days.flatMap(({ notes }) => notes).find(({ kind }) => isInTheWay(kind, skipsSchoolHolidays));
  return inTheWay ? `${KIND_WORDS[inTheWay.kind]}: ${inTheWay.name}` : null;
}

/** What is worth knowing of days on which something is held all the same. */
export function notesOf(days: readonly DayView[]): string[] {
  return [...new Set(days.flatMap(({ notes }) => notes.map(({ kind, name }) => noteWords(kind, name))))];
}

const KIND_WORDS = {
  weekend: 'At the weekend',
  'bank-holiday': 'Bank holiday',
  'closure-day': 'Closed',
  'school-holiday': 'School holidays',
};

function noteWords(kind: keyof typeof KIND_WORDS, name: string): string {
  return kind === 'weekend' ? KIND_WORDS.weekend : `${KIND_WORDS[kind]}: ${name}`;
}

function isInTheWay(kind: keyof typeof KIND_WORDS, skipsSchoolHolidays: boolean): boolean {
  return kind === 'bank-holiday' || kind === 'closure-day' || (kind === 'school-holiday' && skipsSchoolHolidays);
}
