import type { Delivery, RejectedRow, RowAnswer } from '@roundtable/contracts';
import type { CellAnswer, Reading } from './programme-cell';
import { readProgrammeDate } from './programme-date';
import { readCapacity, readCourse, readDelivery, readFee } from './programme-terms';
import { readInstant, readProgrammeTimes, zonesMeant } from './programme-times';

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
 * that is not there counts as empty, and start and end may stand in two columns of their own. Either every value, or
 * every problem of the row with its column, what stood there and, where it can be asked, what it may mean. Beyond the
 * cells' own refusals: no course, a capacity that is not a whole number from 1 to 5000, and a time that does not exist
 * or happens twice on that date because the clocks change.
 */
export function readProgrammeRow(
  row: Record<string, string>,
): { ok: true; values: ProgrammeRow } | { ok: false; problems: ProgrammeProblem[] } {
  const problems: ProgrammeProblem[] = [];
  const cell = (column: string): string => (column === 'time' ? timeCell(row) : (row[column] ?? ''));
  const accept = <Meaning>(
    column: string,
    reading: Reading<Meaning>,
    answers: readonly CellAnswer[] = [],
  ): Meaning | undefined => {
    if (reading.ok) return reading;
    const asked = (reading.answers ?? answers).map(({ label, text }): RowAnswer => ({
      label,
      cells: { [column]: text },
    }));
    problems.push({ column, value: cell(column), reason: reading.reason, ...(asked.length && { answers: asked }) });
    return undefined;
  };
  const course = accept('course', readCourse(cell('course')));
  const date = accept('date', readProgrammeDate(cell('date')));
  const times = accept('time', readProgrammeTimes(cell('time')));
  const meant = date && times ? zonesMeant(date.localDate, times) : [];
  const starts = date && times && accept('time', readInstant(date.localDate, times.start, times.startZone), meant);
  const ends = date && times && accept('time', readInstant(date.localDate, times.end, times.endZone), meant);
  if (starts && ends) accept('time', endsAfter(starts.instant, ends.instant));
  const delivery = accept('delivery', readDelivery(cell('delivery') || platformIn(cell('venue'))));
  const fee = accept('fee', readFee(cell('fee')));
  const capacity = accept('capacity', readCapacity(cell('capacity')));
  if (problems.length || !course || !date || !times || !starts || !ends || !delivery || !fee || !capacity)
    return { ok: false, problems };
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

function timeCell({ time, start, end }: Record<string, string>): string {
  if (time !== undefined && time.trim() !== '') return time;
  return [start, end].filter((part) => part !== undefined && part.trim() !== '').join(' to ');
}

/** A venue that names a meeting platform, such as 'MS Teams', says how the event is delivered. */
function platformIn(venue: string): string {
  return readDelivery(venue).ok ? venue : '';
}

function endsAfter(starts: Date, ends: Date): Reading<{ isAfter: true }> {
  return ends > starts
    ? { ok: true, isAfter: true }
    : { ok: false, reason: 'The end is before the start, because the clocks go back between them. Check both times.' };
}
