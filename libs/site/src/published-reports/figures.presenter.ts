import { type PublishedQuotes, type PublishedRow, chartStatements } from '@roundtable/contracts';
import { pValueText, roundedFigure } from '@roundtable/evaluations';
import { chartParts, shareInWords } from '@roundtable/reports';
import { inlineChart } from './inline-chart';

export interface FigureLine {
  /** Whom it is about. */
  who: string;
  people: string;
  before: string;
  after: string;
}

export interface StatementBlock {
  id: string;
  statement: string;
  isDemonstration: boolean;
  /** The headline; null where nobody answered both times. */
  sentence: string | null;
  lines: FigureLine[];
  /** The same people, by event, month or sector; empty where the report is not cut. */
  cuts: FigureLine[];
  notes: string[];
}

export interface CourseBlock {
  id: string;
  title: string;
  /** As SVG, for the eye alone: the tables say the same. */
  charts: string[];
  /** What people said of it, with their consent. */
  quotes: string[];
  statements: StatementBlock[];
}

const NONE = 'none';
const NOT_SHOWN = 'not shown';

/** Courses with their statements, as charts and tables. In: rows of a report for others, wholes before their cuts. */
export function courseBlocks(rows: readonly PublishedRow[], quotes: readonly PublishedQuotes[] = []): CourseBlock[] {
  const courses = new Map<string, PublishedRow[]>();
  for (const row of rows) courses.set(row.courseId, [...(courses.get(row.courseId) ?? []), row]);
  return [...courses].map(([courseId, ofCourse], index) => ({
    id: `course-${index + 1}`,
    title: ofCourse[0]?.courseTitle ?? '',
    charts: chartsOf(ofCourse.filter(({ cut }) => cut === null)),
    quotes: quotes.filter((of) => of.courseId === courseId).flatMap(({ words }) => words),
    statements: ofCourse
      .filter(({ cut }) => cut === null)
      .map((whole, place) => {
        const cuts = ofCourse.filter(({ cut, statement }) => cut !== null && statement === whole.statement);
        return statementBlock(`course-${index + 1}-${place + 1}`, whole, cuts);
      }),
  }));
}

function chartsOf(rows: readonly PublishedRow[]): string[] {
  return chartParts({ chart: chartStatements(rows, shareInWords) }).map(inlineChart);
}

function statementBlock(id: string, whole: PublishedRow, cuts: readonly PublishedRow[]): StatementBlock {
  return {
    id,
    statement: whole.statement,
    isDemonstration: whole.demonstration,
    sentence: whole.sentence,
    lines: [pairedLine('The same people, both times', whole), ...plainLines(whole)],
    cuts: cuts.map((row) => pairedLine(row.cut ?? '', row)),
    notes: notesOf(whole),
  };
}

function pairedLine(who: string, { paired, suppressed }: PublishedRow): FigureLine {
  if (suppressed) return { who, people: NOT_SHOWN, before: NOT_SHOWN, after: NOT_SHOWN };
  const { n, beforeGoodOrBetter, afterGoodOrBetter } = paired;
  return { who, people: String(n ?? 0), before: share(beforeGoodOrBetter, n), after: share(afterGoodOrBetter, n) };
}

function plainLines({ before, after, responseRate }: PublishedRow): FigureLine[] {
  return [
    {
      who: 'Everybody who answered',
      people: `${before.n ?? 0} before, ${after.n ?? 0} after`,
      before: share(before.goodOrBetter, before.n),
      after: share(after.goodOrBetter, after.n),
    },
    ...(responseRate.before === null || responseRate.after === null
      ? []
      : [
          {
            who: 'Answered, of those who attended',
            people: '',
            before: percent(responseRate.before),
            after: percent(responseRate.after),
          },
        ]),
  ];
}

function notesOf({ paired, unpaired }: PublishedRow): string[] {
  const [low, high] = paired.ci95;
  const [lowest, highest] = unpaired.ci95;
  return [
    ...(paired.differencePoints === null || low === null || high === null
      ? []
      : [
          `Difference, the same people: ${points(paired.differencePoints)} points, 95% interval ${points(low)} to ${points(high)}.`,
        ]),
    ...(unpaired.differencePoints === null || lowest === null || highest === null
      ? []
      : [
          `Difference, everybody as two groups: ${points(unpaired.differencePoints)} points, 95% interval ${points(lowest)} to ${points(highest)}.`,
        ]),
    ...(paired.mcnemarP === null || paired.wilcoxonP === null
      ? []
      : [`McNemar mid-p: ${pValueText(paired.mcnemarP)}. Wilcoxon signed-rank: ${pValueText(paired.wilcoxonP)}.`]),
  ];
}

function share(good: number | null, total: number | null): string {
  if (good === null || total === null || total === 0) return NONE;
  return shareInWords(good, total);
}

function percent(value: number): string {
  return `${roundedFigure(value, 1).toFixed(1)}%`;
}

/** '+41.2' or '−3.0'. */
function points(value: number): string {
  const rounded = roundedFigure(value, 1);
  return `${rounded > 0 ? '+' : ''}${rounded.toFixed(1)}`.replace('-', '−');
}
