import { type KnowledgeGainRow, type PlainFigure, isGoodOrBetter } from '@roundtable/contracts';
import { knowledgeGain, responseRate } from './statistics';

/** How many delegates of one event or more gave this pair of ratings to one statement; null where they did not answer. */
export interface RatingGroup {
  before: number | null;
  after: number | null;
  people: number;
  /** Whether they are known to have attended, so that they enter the response rate. */
  hasAttended: boolean;
}

/** One course's statement and what was answered to it. */
export interface StatementAnswers {
  courseId: string;
  courseTitle: string;
  statement: string;
  isDemonstration: boolean;
  groups: readonly RatingGroup[];
  /** How many attended the events at which the statement could be answered. */
  attended: number;
}

/** Below this many people no rating figure is shown. */
const FEWEST = 5;

/**
 * Whether a row of figures may be shown, whole. The row holds three groups of people: who answered before, who
 * answered after, and who did both. Each must be nobody or at least five, or the row would tell what very few said;
 * and one of the first two must be five, or there is nothing to show. Otherwise every number of the row is empty.
 */
export function isShown(counts: { before: number; after: number; paired: number }): boolean {
  const isSafe = (count: number): boolean => count === 0 || count >= FEWEST;
  const { before, after, paired } = counts;
  return [before, after, paired].every(isSafe) && Math.max(before, after) >= FEWEST;
}

/** The figures of one statement, unrounded, percentages and response rates in per cent; see isShown for what is kept back. */
export function knowledgeGainRow(answers: StatementAnswers): KnowledgeGainRow {
  const { groups } = answers;
  const about = {
    courseId: answers.courseId,
    courseTitle: answers.courseTitle,
    statement: answers.statement,
    demonstration: answers.isDemonstration,
  };
  const [before, after] = [plainFigure(groups, 'before'), plainFigure(groups, 'after')];
  const pairs = groups.flatMap(({ before: rated, after: ratedAgain, people }) =>
    rated === null || ratedAgain === null
      ? []
      : Array.from({ length: people }, () => ({ before: rated, after: ratedAgain })),
  );
  if (!isShown({ before: before.n, after: after.n, paired: pairs.length })) return { ...about, ...HIDDEN };
  const gain = knowledgeGain(pairs);
  return {
    ...about,
    before,
    after,
    paired: gain === null ? { ...NO_PAIRS, n: 0 } : { ...gain, ci95: [gain.ci95[0], gain.ci95[1]] },
    responseRate: { before: rate(answers, 'before'), after: rate(answers, 'after') },
    suppressed: false,
  };
}

const NO_PAIRS: KnowledgeGainRow['paired'] = {
  n: null,
  beforePercent: null,
  afterPercent: null,
  differencePoints: null,
  ci95: [null, null],
  mcnemarP: null,
  wilcoxonP: null,
  rankBiserial: null,
};

const NOTHING: PlainFigure = { n: null, goodOrBetter: null, percent: null };

const HIDDEN = {
  before: NOTHING,
  after: NOTHING,
  paired: NO_PAIRS,
  responseRate: { before: null, after: null },
  suppressed: true,
};

function plainFigure(groups: readonly RatingGroup[], stage: 'before' | 'after') {
  const rated = groups.flatMap((group) => {
    const rating = group[stage];
    return rating === null ? [] : [{ rating, people: group.people }];
  });
  const n = sum(rated.map(({ people }) => people));
  const goodOrBetter = sum(rated.filter(({ rating }) => isGoodOrBetter(rating)).map(({ people }) => people));
  return { n, goodOrBetter, percent: n === 0 ? null : (100 * goodOrBetter) / n };
}

function rate({ groups, attended }: StatementAnswers, stage: 'before' | 'after'): number | null {
  const responses = sum(
    groups.filter((group) => group.hasAttended && group[stage] !== null).map(({ people }) => people),
  );
  // A register may be corrected between the reading of answers and of attendance.
  const asked = Math.max(attended, responses);
  const { ofAttended } = responseRate({ responses, attended: asked, invited: asked });
  return ofAttended === null ? null : 100 * ofAttended;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
