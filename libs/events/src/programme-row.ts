import type { Delivery, RejectedRow } from '@roundtable/contracts';
import type { Reading } from './programme-cell';
import { readProgrammeDate } from './programme-date';
import { readCapacity, readCourse, readDelivery, readFee } from './programme-terms';
import { readInstant, readProgrammeTimes } from './programme-times';

/** One row of a programme: local dates and times are London's, startsAt and endsAt the instants they mean. */
export interface ProgrammeRow {
  course: string;
  localDate: string;
  start: string;
  end: string;
  startsAt: Date;
  endsAt: Date;
  delivery: Delivery;
  venue: string | null;
  /** Pence; null where the row names no fee, so that the course's own applies. */
  feePence: number | null;
  capacity: number;
  trainer: string | null;
}

export type ProgrammeProblem = Omit<RejectedRow, 'row'>;

/**
 * One row of a programme, keyed by the columns course, date, time, delivery, venue, fee, capacity and trainer; a column
 * that is not there counts as empty. Either every value, or every problem of the row with its column and what stood
 * there. Beyond the cells' own refusals: no course, a capacity that is not a whole number from 1 to 5000, and a time
 * that does not exist or happens twice on that date because the clocks change.
 */
export function readProgrammeRow(
  row: Record<string, string>,
): { ok: true; values: ProgrammeRow } | { ok: false; problems: ProgrammeProblem[] } {
  const problems: ProgrammeProblem[] = [];
  const cell = (column: string): string => row[column] ?? '';
  const accept = <Meaning>(column: string, reading: Reading<Meaning>): Meaning | undefined => {
    if (reading.ok) return reading;
    problems.push({ column, value: cell(column), reason: reading.reason });
    return undefined;
  };
  const course = accept('course', readCourse(cell('course')));
  const date = accept('date', readProgrammeDate(cell('date')));
  const times = accept('time', readProgrammeTimes(cell('time')));
  const starts = date && times && accept('time', readInstant(date.localDate, times.start));
  const ends = date && times && accept('time', readInstant(date.localDate, times.end));
  const delivery = accept('delivery', readDelivery(cell('delivery')));
  const fee = accept('fee', readFee(cell('fee')));
  const capacity = accept('capacity', readCapacity(cell('capacity')));
  if (!course || !date || !times || !starts || !ends || !delivery || !fee || !capacity) return { ok: false, problems };
  const values: ProgrammeRow = {
    course: course.course,
    localDate: date.localDate,
    start: times.start,
    end: times.end,
    startsAt: starts.instant,
    endsAt: ends.instant,
    delivery: delivery.delivery,
    venue: cell('venue').trim() || null,
    feePence: fee.pence,
    capacity: capacity.capacity,
    trainer: cell('trainer').trim() || null,
  };
  return { ok: true, values };
}
