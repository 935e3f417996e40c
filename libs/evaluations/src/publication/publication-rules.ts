import type { AnswerCell } from '../cuts/answer-cell';

/*
 * What may leave. Everything that is shown to others is a sum of released groups, and a released group holds nobody
 * or at least five people in each of its parts. So whatever two of such sums differ by is again whole groups.
 */

/** Below this many people a group is never shown by itself. */
export const FEWEST = 5;

/** Who answered a statement: both times, only before, only after. No person is in two of them. */
export const PARTS = ['paired', 'before-only', 'after-only'] as const;
export type Part = (typeof PARTS)[number];

export type ReleasedCell = Pick<AnswerCell, 'statementId' | 'sector' | 'before' | 'after' | 'people'>;

/** Of those who attended, how many answered a statement. */
export interface ReleasedRate {
  statementId: string;
  attended: number;
  before: number;
  after: number;
}

/** One event once its window is closed; without a month where its date is not known but its year is. */
export interface EventFacts {
  eventId: string;
  courseId: string;
  year: string;
  /** London month of the last session's end, 'YYYY-MM'. */
  month: string | null;
  isDemonstration: boolean;
  cells: readonly ReleasedCell[];
  rates: readonly ReleasedRate[];
}

/** What enters every report as one: an event, or a course's small groups of one partnership year. */
export interface ReleasedGroup {
  key: string;
  courseId: string;
  /** Null for the small groups of a year. */
  eventId: string | null;
  year: string;
  /** Null for what enters with its whole year alone. */
  month: string | null;
  isDemonstration: boolean;
  cells: readonly ReleasedCell[];
  rates: readonly ReleasedRate[];
  /** Of the small groups of a year: which events had been released when the year was closed. */
  members: readonly string[];
}

export function isSafe(people: number, fewest = FEWEST): boolean {
  return people === 0 || people >= fewest;
}

export function partOf({ before, after }: Pick<ReleasedCell, 'before' | 'after'>): Part {
  if (before !== null && after !== null) return 'paired';
  return before !== null ? 'before-only' : 'after-only';
}

export const eventKey = (eventId: string): string => `event:${eventId}`;
export const poolKey = (courseId: string, year: string): string => `pool:${courseId}:${year}`;

/** An event as a group of its own: each part of a statement that holds at least five people. */
export function releasedEvent(event: EventFacts, fewest = FEWEST): ReleasedGroup {
  const { courseId, eventId, year, month, isDemonstration } = event;
  const cells = largeParts(event.cells, fewest);
  const rates = event.rates.filter((rate) => isLargeRate(rate, fewest));
  return { key: eventKey(eventId), courseId, eventId, year, month, isDemonstration, cells, rates, members: [] };
}

/**
 * What the events of one course and partnership year had left over, as one group that enters with the whole year.
 * Parts that are too small even so stay out for ever. `released` are the events that are groups of their own.
 */
export function releasedPool(
  { courseId, year }: Pick<EventFacts, 'courseId' | 'year'>,
  events: readonly EventFacts[],
  released: readonly ReleasedGroup[],
  fewest = FEWEST,
): ReleasedGroup {
  const own = new Map(released.map((group) => [group.eventId, group]));
  const rests = events.map((event) => restOf(event, own.get(event.eventId)));
  return {
    key: poolKey(courseId, year),
    courseId,
    eventId: null,
    year,
    month: null,
    isDemonstration: events.some(({ isDemonstration }) => isDemonstration),
    cells: largeParts(
      rests.flatMap(({ cells }) => cells),
      fewest,
    ),
    rates: summedRates(rests.flatMap(({ rates }) => rates)).filter((rate) => isLargeRate(rate, fewest)),
    members: released.map(({ key }) => key),
  };
}

function restOf(event: EventFacts, own: ReleasedGroup | undefined): Pick<EventFacts, 'cells' | 'rates'> {
  const partKey = (cell: ReleasedCell): string => `${cell.statementId}|${partOf(cell)}`;
  const kept = new Set(own?.cells.map(partKey));
  const rated = new Set(own?.rates.map(({ statementId }) => statementId));
  return {
    cells: event.cells.filter((cell) => !kept.has(partKey(cell))),
    rates: event.rates.filter(({ statementId }) => !rated.has(statementId)),
  };
}

function largeParts(cells: readonly ReleasedCell[], fewest: number): ReleasedCell[] {
  const sizes = new Map<string, number>();
  const keyOf = (cell: ReleasedCell): string => `${cell.statementId}|${partOf(cell)}`;
  for (const cell of cells) sizes.set(keyOf(cell), (sizes.get(keyOf(cell)) ?? 0) + cell.people);
  return summedCells(cells.filter((cell) => (sizes.get(keyOf(cell)) ?? 0) >= fewest));
}

function summedCells(cells: readonly ReleasedCell[]): ReleasedCell[] {
  const sums = new Map<string, ReleasedCell>();
  for (const { statementId, sector, before, after, people } of cells) {
    const key = JSON.stringify([statementId, sector, before, after]);
    sums.set(key, { statementId, sector, before, after, people: (sums.get(key)?.people ?? 0) + people });
  }
  return [...sums.values()];
}

function isLargeRate({ attended, before, after }: ReleasedRate, fewest: number): boolean {
  return attended >= fewest && isSafe(before, fewest) && isSafe(after, fewest);
}

/** One rate for each statement. */
export function summedRates(rates: readonly ReleasedRate[]): ReleasedRate[] {
  const sums = new Map<string, ReleasedRate>();
  for (const rate of rates) {
    const sum = sums.get(rate.statementId);
    sums.set(rate.statementId, {
      statementId: rate.statementId,
      attended: rate.attended + (sum?.attended ?? 0),
      before: rate.before + (sum?.before ?? 0),
      after: rate.after + (sum?.after ?? 0),
    });
  }
  return [...sums.values()];
}

/** Whether a group enters a report from one month to another, both inside: what has no month enters with its year. */
export function isWithin(
  { year, month }: Pick<ReleasedGroup, 'year' | 'month'>,
  [first, last]: readonly [string, string],
): boolean {
  if (month !== null) return month >= first && month <= last;
  const start = Number(year.slice(0, 4));
  return `${start}-04` >= first && `${start + 1}-03` <= last;
}
