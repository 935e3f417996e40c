import type { PublishedRow } from '@roundtable/contracts';
import {
  type EventFacts,
  FEWEST,
  type ReleasedGroup,
  isWithin,
  releasedEvent,
  releasedPool,
} from './publication-rules';
import { SMALL_GROUPS, type StatementTitle, publishedRows, sectorRows } from './publication-rows';
import { sectorOf, shownSectors } from './sector-rules';

/** One delegate of an invented programme; every one rates one statement. */
export interface Delegate {
  id: string;
  eventId: string;
  month: string;
  sector: string;
  before: number | null;
  after: number | null;
}

/** One published number, and whom it stands for: the attacker knows, which nobody outside does. */
export interface Figure {
  name: string;
  measure: 'paired' | 'before' | 'after' | 'attended';
  n: number;
  people: ReadonlySet<string>;
}

export interface Rules {
  fewest: number;
  shownSectors: typeof shownSectors;
}

export const REAL_RULES: Rules = { fewest: FEWEST, shownSectors };
export const YEAR = '2024-25';
const STATEMENT: StatementTitle = {
  statementId: 'statement',
  courseId: 'course',
  courseTitle: 'Neglect',
  stem: 'knowledge of',
  statement: 'What counts as neglect',
  isDemonstration: false,
};
const MONTHS = Array.from(
  { length: 12 },
  (_, index) => `${index < 9 ? 2024 : 2025}-${String(((index + 3) % 12) + 1).padStart(2, '0')}`,
);
const MEASURES = {
  paired: ({ before, after }: Delegate) => before !== null && after !== null,
  before: ({ before }: Delegate) => before !== null,
  after: ({ after }: Delegate) => after !== null,
};

export function factsOf(delegates: readonly Delegate[]): EventFacts[] {
  return [...new Set(delegates.map(({ eventId }) => eventId))].map((eventId) => {
    const there = delegates.filter((one) => one.eventId === eventId);
    return {
      eventId,
      courseId: 'course',
      year: YEAR,
      month: there[0]?.month ?? null,
      isDemonstration: false,
      cells: there.map(({ sector, before, after }) => ({ statementId: 'statement', sector, before, after, people: 1 })),
      rates: [],
    };
  });
}

/** Every figure of every report that could be published: year, months, by event, by sector, next edition, trainers' views, leads' packs. */
export function everyFigure(delegates: readonly Delegate[], late: readonly Delegate[], rules: Rules): Figure[] {
  const events = factsOf(delegates).map((event) => releasedEvent(event, rules.fewest));
  const pool = releasedPool({ courseId: 'course', year: YEAR }, factsOf(delegates), events, rules.fewest);
  const everybody = [...delegates, ...late];
  const lateEvents = factsOf(late).map((event) => releasedEvent(event, rules.fewest));
  const first = [...events, pool];
  const second = [...first, ...lateEvents];
  const told = (name: string, groups: readonly ReleasedGroup[]) => rowsOf(name, groups, everybody, first);
  const ranges = MONTHS.flatMap((from, index) => MONTHS.slice(index).map((to) => [from, to] as const));
  return [
    ...told('year', first),
    ...told('next edition', second),
    // The lead's pack of a year whose report nobody has published yet: its months are among the ranges.
    ...told('pack before the year is closed', events),
    ...told('pack with late events before it is closed', [...events, ...lateEvents]),
    ...ranges.flatMap((range) => {
      const groups = second.filter((group) => isWithin(group, range));
      return told(range.join(' to '), groups);
    }),
    ...second.flatMap((group) => rowsOf(`event ${group.key}`, [group], everybody, first)),
    ...events.flatMap((event, index) =>
      told(`trainer ${index}`, [...new Set([event, events[(index + 1) % events.length] ?? event])]),
    ),
    ...sectorFigures(first, delegates, rules),
  ];
}

function rowsOf(
  name: string,
  groups: readonly ReleasedGroup[],
  everybody: readonly Delegate[],
  pooled: readonly ReleasedGroup[],
): Figure[] {
  const [row] = publishedRows(groups, [STATEMENT], null, ({ key }) => key);
  return row
    ? figuresOf(
        name,
        row,
        everybody.filter((one) => entersIn(one, groups, pooled)),
      )
    : [];
}

/** Sectors, each two of them together, and what the table leaves over. */
function sectorFigures(groups: readonly ReleasedGroup[], delegates: readonly Delegate[], rules: Rules): Figure[] {
  const entered = delegates.filter((one) => entersIn(one, groups, groups));
  const rows = sectorRows(STATEMENT, groups, rules.shownSectors).filter(({ suppressed }) => !suppressed);
  const shown = rows.map((row) =>
    figuresOf(
      `sector ${row.cut}`,
      row,
      entered.filter((one) => sectorOf(one) === row.cut),
    ),
  );
  const pairs = shown.flatMap((one, index) => shown.slice(index + 1).map((other) => added(one, other)));
  const [whole] = publishedRows(groups, [STATEMENT], null, () => SMALL_GROUPS);
  const total = whole ? figuresOf('year', whole, entered) : [];
  const all = shown.reduce<Figure[]>((sum, one) => (sum.length === 0 ? one : added(sum, one)), []);
  const rest = all.length === 0 ? [] : total.map((figure, index) => less(figure, all[index]));
  return [...shown.flat(), ...pairs.flat(), ...rest];
}

function added(one: readonly Figure[], other: readonly Figure[]): Figure[] {
  return one.map((figure, index) => ({
    ...figure,
    name: `${figure.name} + ${other[index]?.name}`,
    n: figure.n + (other[index]?.n ?? 0),
    people: new Set([...figure.people, ...(other[index]?.people ?? [])]),
  }));
}

function less(total: Figure, part: Figure | undefined): Figure {
  return {
    ...total,
    name: `${total.name} less the table`,
    n: total.n - (part?.n ?? 0),
    people: new Set([...total.people].filter((id) => !part?.people.has(id))),
  };
}

function figuresOf(name: string, row: PublishedRow, people: readonly Delegate[]): Figure[] {
  return (['paired', 'before', 'after'] as const).map((measure) => ({
    name,
    measure,
    n: row[measure].n ?? 0,
    people: new Set(people.filter(MEASURES[measure]).map(({ id }) => id)),
  }));
}

/** Whether one delegate's answers stand in a sum of groups: with the event, or with the small groups of the year. */
function entersIn(one: Delegate, groups: readonly ReleasedGroup[], known: readonly ReleasedGroup[]): boolean {
  const isAlike = (cell: { before: number | null; after: number | null }): boolean =>
    (cell.before === null) === (one.before === null) && (cell.after === null) === (one.after === null);
  const own = [...groups, ...known].find(({ eventId }) => eventId === one.eventId);
  if (own?.cells.some(isAlike)) return groups.some(({ eventId }) => eventId === one.eventId);
  const pool = groups.find(({ eventId }) => eventId === null);
  return pool !== undefined && pool.members.includes(`event:${one.eventId}`) && pool.cells.some(isAlike);
}

/** Pairs of figures of one measure whose difference is 1 to 4 people, where the one holds everybody of the other. */
export function isolated(figures: readonly Figure[]): string[] {
  return figures.flatMap((larger) => [
    ...(larger.n > 0 && larger.n < FEWEST ? [`${larger.name}, ${larger.measure}: ${larger.n}`] : []),
    ...figures
      .filter(({ measure, n }) => measure === larger.measure && n > 0 && larger.n - n > 0 && larger.n - n < FEWEST)
      .filter(({ people }) => [...people].every((id) => larger.people.has(id)))
      .map(({ name, n }) => `${larger.name} less ${name}, ${larger.measure}: ${larger.n - n}`),
  ]);
}
