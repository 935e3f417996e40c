import type { Delivery } from '@roundtable/contracts';
import { folded } from '@roundtable/platform';
import type { ProgrammeProblem, ProgrammeRow } from './programme-row';

/** What is compared of an event that is there already: its end as 'HH:MM' in London, its fee in pence. */
export interface ImportedEvent {
  end: string;
  delivery: Delivery;
  venue: string | null;
  feePence: number | null;
  capacity: number;
  /** The row of this sheet that made it. */
  row?: number;
}

/** In what a row differs from the event it made, as reasons not to take it: a change of an event has to reach its delegates. */
export function differencesFrom(
  there: ImportedEvent,
  row: Pick<ProgrammeRow, 'end' | 'delivery' | 'venue' | 'feePence' | 'capacity'>,
): ProgrammeProblem[] {
  const facts: [column: string, is: string, wanted: string][] = [
    ['time', `an end at ${there.end}`, `an end at ${row.end}`],
    ['delivery', there.delivery, row.delivery],
    ['venue', folded(there.venue ?? '') || 'no venue', folded(row.venue ?? '') || 'no venue'],
    ['fee', pounds(there.feePence), pounds(row.feePence)],
    ['capacity', `${there.capacity} places`, `${row.capacity} places`],
  ];
  return facts
    .filter(([, is, wanted]) => is !== wanted)
    .map(([column, is, wanted]) => ({ column, value: wanted, reason: reasonFor(there, is), answers: [LEAVE_OUT] }));
}

const LEAVE_OUT = { label: 'Leave this row out', cells: null };

function reasonFor({ row }: ImportedEvent, is: string): string {
  return row === undefined
    ? `This event is there already, with ${is}. Change it on its own page, so that its delegates are told.`
    : `Row ${row} has the same course, date and start, with ${is}. Leave one of the two rows out, or change its date.`;
}

function pounds(pence: number | null): string {
  return pence === null ? 'no fee' : `a fee of £${(pence / 100).toFixed(2)}`;
}
