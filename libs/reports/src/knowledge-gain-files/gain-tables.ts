import type { KnowledgeGainRow, PlainFigure } from '@roundtable/contracts';
import type { GainCourse } from './gain-report';
import {
  NOT_SHOWN,
  NO_FIGURE,
  countInWords,
  differenceInWords,
  effectInWords,
  limitsInWords,
  percentInWords,
  pointLimitsInWords,
  pointsInWords,
  probabilityInWords,
  wholeInWords,
} from './gain-words';

/** A table in words; the first column names its row. */
export interface GainTable {
  caption: string;
  headings: string[];
  rows: string[][];
  /** Said under the table. */
  notes: string[];
}

type Column = [heading: string, cell: (row: KnowledgeGainRow) => string];

const RESULTS: Column[] = [
  ['Before: good or very good', ({ paired }) => countInWords(paired.beforeGoodOrBetter, paired.n)],
  ['After: good or very good', ({ paired }) => countInWords(paired.afterGoodOrBetter, paired.n)],
  ['Difference in points', differenceInWords],
  ['95% interval of the difference', ({ paired }) => pointLimitsInWords(paired.ci95)],
];

const CUT_RESULTS: Column[] = [['Pairs', ({ paired }) => wholeInWords(paired.n)], ...RESULTS];

const TESTS: Column[] = [
  ['Pairs', ({ paired }) => wholeInWords(paired.n)],
  ['Before: 95% interval', ({ paired }) => limitsInWords(paired.beforeCi95)],
  ['After: 95% interval', ({ paired }) => limitsInWords(paired.afterCi95)],
  ['McNemar, mid-p', ({ paired }) => probabilityInWords(paired.mcnemarP)],
  ['Wilcoxon signed-rank', ({ paired }) => probabilityInWords(paired.wilcoxonP)],
  ['Rank-biserial', ({ paired }) => effectInWords(paired.rankBiserial)],
];

const EVERYBODY: Column[] = [
  ['Before: good or very good', ({ before }) => plainInWords(before)],
  ['After: good or very good', ({ after }) => plainInWords(after)],
  ['Difference in points', ({ unpaired }) => pointsInWords(unpaired.differencePoints)],
  ['95% interval of the difference', ({ unpaired }) => pointLimitsInWords(unpaired.ci95)],
];

const RESPONSE: Column[] = [
  ['Attended', ({ attended }) => wholeInWords(attended || null)],
  ['Before: response rate', ({ responseRate }) => percentInWords(responseRate.before)],
  ['After: response rate', ({ responseRate }) => percentInWords(responseRate.after)],
];

/** Told by live reports alone: what was published holds no range. */
const RANGES: Column[] = [
  ['Before: range for those who did not answer', ({ bounds }) => limitsInWords(bounds.before)],
  ['After: range for those who did not answer', ({ bounds }) => limitsInWords(bounds.after)],
];

/** The figures of a course that stand beside its chart. */
export function resultsTable(course: GainCourse): GainTable {
  return tableOf(course, 'before and after, the same people', RESULTS);
}

/** What the annex holds of a course. */
export function annexTables(course: GainCourse): GainTable[] {
  const hasRanges = course.rows.some(({ bounds }) =>
    [...bounds.before, ...bounds.after].some((limit) => limit !== null),
  );
  return [
    tableOf(course, 'before and after, the same people: intervals and tests', TESTS),
    tableOf(course, 'before and after, everybody who answered, as two groups', EVERYBODY),
    tableOf(course, 'before and after, how many answered', hasRanges ? [...RESPONSE, ...RANGES] : RESPONSE),
  ];
}

/** Each statement by what the report is cut by, the same people both times. */
export function cutTables({ title, rows, cuts = [] }: GainCourse, heading: string): GainTable[] {
  return rows.flatMap(({ statement }) => {
    const own = cuts.filter((row) => row.statement === statement);
    if (own.length === 0) return [];
    const cells = own.map((row) => CUT_RESULTS.map(([, cell]) => (row.suppressed ? NOT_SHOWN : cell(row))));
    return [
      {
        caption: `${title}: before and after, the same people, by ${heading.toLowerCase()}: ${statement}`,
        headings: [heading, ...CUT_RESULTS.map(([name]) => name)],
        rows: cells.map((ofRow, index) => [own[index]?.cut ?? '', ...ofRow]),
        notes: cells.flat().includes(NOT_SHOWN) ? [CUT_NOT_SHOWN] : [],
      },
    ];
  });
}

const CUT_NOT_SHOWN = `${NOT_SHOWN}: too few people answered, or the few could be told from other figures.`;

function tableOf({ title, rows }: GainCourse, about: string, columns: readonly Column[]): GainTable {
  const cells = rows.map((row) => columns.map(([, cell]) => (row.suppressed ? NOT_SHOWN : cell(row))));
  return {
    caption: `${title}: ${about}`,
    headings: ['Statement', ...columns.map(([heading]) => heading)],
    rows: cells.map((ofRow, index) => [rows[index]?.statement ?? '', ...ofRow]),
    notes: NOTES.filter(([sign]) => cells.flat().includes(sign)).map(([sign, words]) => `${sign}: ${words}`),
  };
}

/** What a sign in a cell means. */
const NOTES = [
  [NOT_SHOWN, 'fewer than five people answered, so no figure of the statement is given.'],
  [NO_FIGURE, 'not known, since nobody answered, or nobody is known to have attended.'],
] as const;

function plainInWords({ n, goodOrBetter }: PlainFigure): string {
  return countInWords(goodOrBetter, n);
}
