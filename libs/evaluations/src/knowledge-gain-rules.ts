import { type KnowledgeGainRow, type PlainFigure, type Stem, isGoodOrBetter } from '@roundtable/contracts';
import {
  type KnowledgeGain,
  type RatingPair,
  isGood,
  knowledgeGain,
  nonResponseBound,
  responseRate,
  roundedPercentage,
  unpairedDifference,
  wilsonInterval,
} from './statistics';

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
  stem: Stem;
  statement: string;
  isDemonstration: boolean;
  groups: readonly RatingGroup[];
  /** How many attended the events at which the statement could be answered. */
  attended: number;
}

/** Below this many people no rating figure is shown. */
const FEWEST = 5;
/** Below this many people it is not shown how many gave each rating. */
export const FEWEST_FOR_DISTRIBUTION = 10;
const RATINGS = [1, 2, 3, 4, 5];

/**
 * Whether a row of figures may be shown, whole. The row holds three groups of people: who answered before, who
 * answered after, and who did both. Each must be nobody or at least five, or the row would tell what very few said;
 * and one of the first two must be five, or there is nothing to show. Otherwise every number of the row is empty.
 */
export function isShown(counts: { before: number; after: number; paired: number }): boolean {
  const { before, after, paired } = counts;
  return [before, after, paired].every(isNoneOrEnough) && Math.max(before, after) >= FEWEST;
}

/** Whether a group of people may stand in a row of figures: nobody, or enough of them. */
export function isNoneOrEnough(people: number): boolean {
  return people === 0 || people >= FEWEST;
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
    paired:
      gain === null
        ? { ...NO_PAIRS, n: 0 }
        : { ...gain, ...goodOf(pairs), ...shareLimits(pairs), ci95: [...gain.ci95] },
    unpaired: unpaired(before, after),
    responseRate: { before: rate(answers, 'before'), after: rate(answers, 'after') },
    attended: answers.attended,
    bounds: { before: bounds(answers, 'before'), after: bounds(answers, 'after') },
    distribution: { before: distribution(groups, 'before'), after: distribution(groups, 'after') },
    sentence: gain === null ? null : sentence(answers, gain, goodOf(pairs)),
    suppressed: false,
  };
}

const NO_PAIRS: KnowledgeGainRow['paired'] = {
  n: null,
  beforeGoodOrBetter: null,
  afterGoodOrBetter: null,
  beforePercent: null,
  afterPercent: null,
  beforeCi95: [null, null],
  afterCi95: [null, null],
  differencePoints: null,
  ci95: [null, null],
  mcnemarP: null,
  wilcoxonP: null,
  rankBiserial: null,
};

const NOTHING: PlainFigure = { n: null, goodOrBetter: null, percent: null };

const NO_RANGE: [null, null] = [null, null];

/** Every figure of a row that is kept back. */
export const HIDDEN = {
  before: NOTHING,
  after: NOTHING,
  paired: NO_PAIRS,
  unpaired: { differencePoints: null, ci95: NO_RANGE },
  responseRate: { before: null, after: null },
  attended: null,
  bounds: { before: NO_RANGE, after: NO_RANGE },
  distribution: { before: null, after: null },
  sentence: null,
  suppressed: true,
};

function goodOf(pairs: readonly RatingPair[]): { beforeGoodOrBetter: number; afterGoodOrBetter: number } {
  return {
    beforeGoodOrBetter: pairs.filter(({ before }) => isGood(before)).length,
    afterGoodOrBetter: pairs.filter(({ after }) => isGood(after)).length,
  };
}

function shareLimits(pairs: readonly RatingPair[]): Pick<KnowledgeGainRow['paired'], 'beforeCi95' | 'afterCi95'> {
  const { beforeGoodOrBetter, afterGoodOrBetter } = goodOf(pairs);
  const limits = (count: number): [number | null, number | null] => {
    const found = wilsonInterval(count, pairs.length);
    return found === null ? NO_RANGE : [100 * found[0], 100 * found[1]];
  };
  return { beforeCi95: limits(beforeGoodOrBetter), afterCi95: limits(afterGoodOrBetter) };
}

function unpaired(before: CountedFigure, after: CountedFigure): KnowledgeGainRow['unpaired'] {
  const group = ({ goodOrBetter, n }: CountedFigure) => ({ good: goodOrBetter, total: n });
  const found = unpairedDifference(group(before), group(after));
  if (found === null) return { differencePoints: null, ci95: NO_RANGE };
  const [low, high] = found.ci95;
  return { differencePoints: 100 * found.difference, ci95: [100 * low, 100 * high] };
}

/** How many gave each rating, from 1 to 5. */
function distribution(groups: readonly RatingGroup[], stage: 'before' | 'after'): number[] | null {
  const counts = RATINGS.map((rating) =>
    sum(groups.filter((one) => one[stage] === rating).map(({ people }) => people)),
  );
  return sum(counts) < FEWEST_FOR_DISTRIBUTION ? null : counts;
}

function bounds(answers: StatementAnswers, stage: 'before' | 'after'): [number | null, number | null] {
  const { n, goodOrBetter } = plainFigure(
    answers.groups.filter(({ hasAttended }) => hasAttended),
    stage,
  );
  const found = nonResponseBound({ attended: askedOf(answers, n), responses: n, positive: goodOrBetter });
  return found === null ? NO_RANGE : [100 * found[0], 100 * found[1]];
}

/** What people rate by a stem: 'their own confidence' by 'confidence in'. */
export function ratedInWords(stem: Stem): string {
  return `their own ${stem.split(' ')[0]}`;
}

/** '120 attended; 89 answered both times. 30 of 89 (33.7%) rated their own knowledge good or very good before, 83 (93.3%) after.' */
function sentence({ attended, stem }: StatementAnswers, { n }: KnowledgeGain, good: ReturnType<typeof goodOf>): string {
  const [before, after] = [good.beforeGoodOrBetter, good.afterGoodOrBetter];
  const percent = (count: number): string => `${(roundedPercentage(count, n, 1) ?? 0).toFixed(1)}%`;
  const present = attended > 0 ? `${attended} attended; ` : '';
  return `${present}${n} answered both times. ${before} of ${n} (${percent(before)}) rated ${ratedInWords(stem)} good or very good before, ${after} (${percent(after)}) after.`;
}

type CountedFigure = ReturnType<typeof plainFigure>;

function plainFigure(groups: readonly RatingGroup[], stage: 'before' | 'after') {
  const rated = groups.flatMap((group) => {
    const rating = group[stage];
    return rating === null ? [] : [{ rating, people: group.people }];
  });
  const n = sum(rated.map(({ people }) => people));
  const goodOrBetter = sum(rated.filter(({ rating }) => isGoodOrBetter(rating)).map(({ people }) => people));
  return { n, goodOrBetter, percent: n === 0 ? null : (100 * goodOrBetter) / n };
}

function rate(answers: StatementAnswers, stage: 'before' | 'after'): number | null {
  const responses = sum(
    answers.groups.filter((group) => group.hasAttended && group[stage] !== null).map(({ people }) => people),
  );
  const asked = askedOf(answers, responses);
  const { ofAttended } = responseRate({ responses, attended: asked, invited: asked });
  return ofAttended === null ? null : 100 * ofAttended;
}

/** A register may be corrected between the reading of answers and of attendance. */
function askedOf({ attended }: StatementAnswers, responses: number): number {
  return Math.max(attended, responses);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
