import type { MeasurementMode, PlainFigure } from './evaluations';
import { type ChartStatement, MODE_LABELS } from './gain-chart';

/** What the report tells beside before and after: what remains months later, and what before was, looking back. */
export const STAGE_KINDS = ['follow-up', 'retrospective-before'] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

/** The modes whose answers of the same people stand side by side, in the order of a table. */
export const STAGE_MODES = {
  'follow-up': ['before', 'after', 'follow-up'],
  'retrospective-before': ['retrospective-before', 'after'],
} as const satisfies Record<StageKind, readonly MeasurementMode[]>;

/** Which of these modes are compared with each other, earlier answer first. */
export const STAGE_COMPARISONS = {
  'follow-up': [
    ['before', 'follow-up'],
    ['after', 'follow-up'],
  ],
  'retrospective-before': [['retrospective-before', 'after']],
} as const satisfies Record<StageKind, readonly (readonly [MeasurementMode, MeasurementMode])[]>;

export const STAGE_HEADINGS: Record<StageKind, string> = {
  'follow-up': 'What remains at follow-up',
  'retrospective-before': 'Before, as remembered after',
};

/** What stands with every such figure, so that nobody reads more into it than it says. */
export const STAGE_CAVEATS: Record<StageKind, string> = {
  'follow-up':
    'Only people who answered each time are compared: those who did not answer at follow-up may think otherwise, and months later people may measure themselves by another standard.',
  'retrospective-before':
    'What people remember after the training avoids a change in how they use the scale, but rests on memory and on the wish to have learnt something: it is another way of asking, neither better nor worse, and is never merged with what was said before.',
};

/** How many of some people rated themselves good or very good in one mode, with Wilson's interval; in per cent, unrounded. */
export interface ModeShare {
  mode: MeasurementMode;
  goodOrBetter: number | null;
  percent: number | null;
  ci95: [number | null, number | null];
}

/** The same people of the same events in two modes; percentages and points unrounded. */
export interface ModeComparison {
  n: number | null;
  from: ModeShare;
  to: ModeShare;
  differencePoints: number | null;
  ci95: [number | null, number | null];
  mcnemarP: number | null;
  wilcoxonP: number | null;
  rankBiserial: number | null;
}

/** One statement's figures of one kind; every number of it is empty where it is suppressed. */
export interface StageRow {
  kind: StageKind;
  courseId: string;
  courseTitle: string;
  statement: string;
  demonstration: boolean;
  /** Everybody who rated the statement in the mode that the kind is named after. */
  answered: PlainFigure;
  /** How many attended the events at which the statement could be rated in that mode by now. */
  attended: number | null;
  /** Ratings of people who attended, over these; in per cent, unrounded. */
  responseRate: number | null;
  comparisons: ModeComparison[];
  /** Those who rated the statement in every mode of the kind. */
  together: { n: number | null; shares: ModeShare[] };
  /** At follow-up: of those who were not good before and good after, how many still are; else null. */
  remains: {
    became: number | null;
    still: number | null;
    percent: number | null;
    ci95: [number | null, number | null];
  } | null;
  /** The headline to paste; null where nobody rated the statement in two modes. */
  sentence: string | null;
  suppressed: boolean;
}

/** The shares of the same people as a chart: every mode of the kind, or none where nobody answered in all of them. */
export function stageChartStatements(
  rows: readonly StageRow[],
  inWords: (count: number, of: number) => string,
): ChartStatement[] {
  return rows.flatMap(({ statement, together: { n, shares } }) => {
    if (n === null || n === 0) return [];
    const bars = shares.flatMap(({ mode, goodOrBetter, percent, ci95: [low, high] }) =>
      goodOrBetter === null || percent === null || low === null || high === null
        ? []
        : [{ mode, percent, ci95: [low, high] as [number, number], label: inWords(goodOrBetter, n) }],
    );
    return [{ statement, bars }];
  });
}

/** 'Before → follow-up'. */
export function comparisonInWords(from: MeasurementMode, to: MeasurementMode): string {
  return `${MODE_LABELS[from]} → ${MODE_LABELS[to].toLowerCase()}`;
}
