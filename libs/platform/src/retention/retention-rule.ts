import { DateTime } from 'luxon';

/** A row that is past its period. */
export interface OverdueRow {
  id: string;
  /** What a person can look up: a reference or an id, never a name or a text. */
  reference: string;
  /** Ids of what it belongs to; a hold on one of them keeps it. */
  belongsTo: (string | null)[];
}

/** Some rows that are past their period, and where the next ones start; null where there are no more. */
export interface OverdueRows {
  rows: OverdueRow[];
  next: string | null;
}

/** One period after which something is erased; contributed by the library that owns the rows. */
export interface RetentionRule {
  /** `<library>.<what>`. */
  name: string;
  /** What goes, and what its period counts from. */
  title: string;
  unit: 'days' | 'months';
  usual: number;
  /** Rows that are stamped with real time, whatever the demonstration's clock says. */
  isRealTime?: boolean;
  /** Rows from before a moment, with keys after `start`, in the order of their keys. Changes nothing. */
  overdue(before: Date, start: string): Promise<OverdueRows>;
  /** Erases rows that `overdue` named, in a transaction; rows that changed since then stay. */
  erase(ids: readonly string[], before: Date): Promise<void>;
}

/** The moment before which something is past its period: so many days or calendar months ago in London, clamped. */
export function periodStart(now: Date, unit: 'days' | 'months', period: number): Date {
  return DateTime.fromJSDate(now, { zone: 'Europe/London' })
    .minus({ [unit]: period })
    .toJSDate();
}

/** One batch as `overdue` answers it: where it is full there may be more after its last row. */
export function batchOf(rows: OverdueRow[], size: number): OverdueRows {
  return { rows, next: rows.length < size ? null : (rows.at(-1)?.id ?? null) };
}
