import type { RejectedRow } from '@roundtable/contracts';
import { normalisedEmail } from '@roundtable/people';
import type { SheetRow } from '@roundtable/platform';

/** One row of a sheet of answers, as it was typed; a stage that was left empty is null. */
export interface SheetAnswer {
  row: number;
  course: string;
  event: string;
  email: string;
  agency: string;
  statement: string;
  before: number | null;
  after: number | null;
}

export type Rejection = Omit<RejectedRow, 'row'>;

const RATING = 'Give a whole number from 1 (very poor) to 5 (very good).';

/** Reads the row by itself: what it says, or everything that is wrong with it. */
export function readSheetAnswer({ row, cells }: SheetRow): SheetAnswer | Rejection[] {
  const cell = (column: string): string => cells[column] ?? '';
  const [before, after] = [ratingOf(cell('before')), ratingOf(cell('after'))];
  const email = normalisedEmail(cell('email'));
  const rejections: Rejection[] = [
    ...required(cell('course'), 'course', 200, 'Give the course, by code or title.'),
    ...required(cell('event'), 'event', 100, 'Give the event, in 100 characters or fewer.'),
    ...(email
      ? []
      : [{ column: 'email', value: cell('email'), reason: 'Enter an email address like name@example.org.' }]),
    ...required(cell('statement'), 'statement', 300, 'Give the outcome statement, in 300 characters or fewer.'),
    ...(before === undefined ? [{ column: 'before', value: cell('before'), reason: RATING }] : []),
    ...(after === undefined ? [{ column: 'after', value: cell('after'), reason: RATING }] : []),
    ...(before === null && after === null
      ? [{ column: 'before', value: '', reason: 'Give a rating before, after or both.' }]
      : []),
  ];
  if (rejections.length > 0 || !email || before === undefined || after === undefined) return rejections;
  return {
    row,
    course: cell('course'),
    event: cell('event'),
    email,
    agency: cell('agency'),
    statement: cell('statement'),
    before,
    after,
  };
}

function required(text: string, column: string, longest: number, reason: string): Rejection[] {
  return text.length > 0 && text.length <= longest ? [] : [{ column, value: text.slice(0, 300), reason }];
}

/** Null for an empty cell, undefined for what is not a rating. */
function ratingOf(text: string): number | null | undefined {
  if (text === '') return null;
  return /^[1-5]$/.test(text) ? Number(text) : undefined;
}
