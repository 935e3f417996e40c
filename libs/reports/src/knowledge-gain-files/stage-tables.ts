import {
  MODE_LABELS,
  type MeasurementMode,
  type ModeComparison,
  STAGE_COMPARISONS,
  STAGE_MODES,
  type StageKind,
  type StageRow,
  comparisonInWords,
} from '@roundtable/contracts';
import { roundedPercentage } from '@roundtable/evaluations';
import type { GainTable } from './gain-tables';
import {
  NOT_SHOWN,
  NO_FIGURE,
  countInWords,
  effectInWords,
  limitsInWords,
  percentInWords,
  pointLimitsInWords,
  pointsInWords,
  probabilityInWords,
  wholeInWords,
} from './gain-words';

type Column = [heading: string, cell: (row: StageRow) => string];

const GOOD = 'good or very good';
const REMAINS = 'Became good right after: still so at follow-up';

/** What stands with the chart: all three times at follow-up, and each two modes of the same people. */
export function stageTables(title: string, kind: StageKind, rows: readonly StageRow[]): GainTable[] {
  const together = tableOf(`${title}: before, after and at follow-up, the same people`, rows, [
    ...STAGE_MODES['follow-up'].map((mode, index): Column => [
      `${MODE_LABELS[mode]}: ${GOOD}`,
      ({ together: { n, shares } }) => countInWords(shares.at(index)?.goodOrBetter ?? null, n),
    ]),
    [REMAINS, ({ remains }) => countInWords(remains?.still ?? null, remains?.became ?? null)],
  ]);
  return [...(kind === 'follow-up' ? [together] : []), ...compared(title, kind, rows, '', DIFFERENCE)];
}

/** What the annex holds: intervals and tests of the same people, and how many answered. */
export function stageAnnexTables(title: string, kind: StageKind, rows: readonly StageRow[]): GainTable[] {
  const label = MODE_LABELS[kind];
  const together = tableOf(`${title}: before, after and at follow-up, the same people: intervals`, rows, [
    ['All three times', ({ together: { n } }) => wholeInWords(n)],
    ...STAGE_MODES['follow-up'].map((mode, index): Column => [
      `${MODE_LABELS[mode]}: 95% interval`,
      (row) => limitsInWords(row.together.shares.at(index)?.ci95 ?? [null, null]),
    ]),
    [`${REMAINS}, 95% interval`, ({ remains }) => limitsInWords(remains?.ci95 ?? [null, null])],
  ]);
  const answered = tableOf(`${title}: ${label.toLowerCase()}, how many answered`, rows, [
    ['Attended', ({ attended }) => wholeInWords(attended || null)],
    [`${label}: response rate`, ({ responseRate }) => percentInWords(responseRate)],
    [`${label}, everybody who answered: ${GOOD}`, (row) => countInWords(row.answered.goodOrBetter, row.answered.n)],
  ]);
  const tests = compared(title, kind, rows, ': intervals and tests', TESTS);
  return [...(kind === 'follow-up' ? [together] : []), ...tests, answered];
}

type Compared = (comparison: ModeComparison) => string;

/** The columns of two modes, by their names. */
type ComparedColumns = (from: string, to: string) => [heading: string, cell: Compared][];

const DIFFERENCE: ComparedColumns = (from, to) => [
  [`${from}: ${GOOD}`, (one) => countInWords(one.from.goodOrBetter, one.n)],
  [`${to}: ${GOOD}`, (one) => countInWords(one.to.goodOrBetter, one.n)],
  ['Difference in points', difference],
  ['95% interval of the difference', ({ ci95 }) => pointLimitsInWords(ci95)],
];

/** Without the number of pairs, which stands in every share above: a long name of a mode needs the room. */
const TESTS: ComparedColumns = (from, to) => [
  [`${from}: 95% interval`, (one) => limitsInWords(one.from.ci95)],
  [`${to}: 95% interval`, (one) => limitsInWords(one.to.ci95)],
  ['McNemar, mid-p', ({ mcnemarP }) => probabilityInWords(mcnemarP)],
  ['Wilcoxon signed-rank', ({ wilcoxonP }) => probabilityInWords(wilcoxonP)],
  ['Rank-biserial', ({ rankBiserial }) => effectInWords(rankBiserial)],
];

/** A table for each two modes that somebody answered in. */
function compared(
  title: string,
  kind: StageKind,
  rows: readonly StageRow[],
  about: string,
  columns: ComparedColumns,
): GainTable[] {
  return STAGE_COMPARISONS[kind].flatMap(([from, to]: readonly [MeasurementMode, MeasurementMode], index) => {
    const comparisonOf = (row: StageRow): ModeComparison | undefined => row.comparisons.at(index);
    if (rows.every((row) => comparisonOf(row)?.n === 0)) return [];
    const [first, second] = [MODE_LABELS[from], MODE_LABELS[to]];
    const cells = columns(first, second).map(([heading, cell]): Column => [
      heading,
      (row) => {
        const comparison = comparisonOf(row);
        return comparison ? cell(comparison) : NO_FIGURE;
      },
    ]);
    return [tableOf(`${title}: ${comparisonInWords(from, to).toLowerCase()}, the same people${about}`, rows, cells)];
  });
}

/** The difference, rounded once, from counts. */
function difference({ n, from, to }: ModeComparison): string {
  if (n === null || n === 0 || from.goodOrBetter === null || to.goodOrBetter === null) return NO_FIGURE;
  return pointsInWords(roundedPercentage(to.goodOrBetter - from.goodOrBetter, n, 1));
}

function tableOf(caption: string, rows: readonly StageRow[], columns: readonly Column[]): GainTable {
  const cells = rows.map((row) => columns.map(([, cell]) => (row.suppressed ? NOT_SHOWN : cell(row))));
  return {
    caption,
    headings: ['Statement', ...columns.map(([heading]) => heading)],
    rows: cells.map((ofRow, index) => [rows[index]?.statement ?? '', ...ofRow]),
    notes: NOTES.filter(([sign]) => cells.flat().includes(sign)).map(([sign, words]) => `${sign}: ${words}`),
  };
}

/** What a sign in a cell means. */
const NOTES = [
  [NOT_SHOWN, 'one of the groups of the statement is fewer than five people, so no figure of it is given.'],
  [NO_FIGURE, 'not known, since nobody answered each time, or nobody is known to have attended.'],
] as const;
