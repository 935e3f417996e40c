import { mcnemar } from './mcnemar';
import { pairedDifference } from './newcombe-interval';
import { pairedTable, type RatingPair } from './paired-table';
import { wilcoxonSignedRank } from './wilcoxon-signed-rank';
import type { Interval } from './wilson-interval';

/** The headline of an evaluation, on respondents who answered both times. Nothing is rounded. */
export interface KnowledgeGain {
  /** Respondents paired. */
  readonly n: number;
  /** Percent who rated 4 or 5 before. */
  readonly beforePercent: number;
  /** Percent who rated 4 or 5 after. */
  readonly afterPercent: number;
  /** After minus before, in percentage points. */
  readonly differencePoints: number;
  /** 95% interval of the difference, in percentage points. */
  readonly ci95: Interval;
  /** Two-sided mid-p of McNemar's test. */
  readonly mcnemarP: number;
  /** Two-sided p of the signed-rank test: exact where up to 50 pairs moved, else by the normal approximation. */
  readonly wilcoxonP: number;
  /** Matched-pairs rank-biserial, from -1 to 1. */
  readonly rankBiserial: number;
}

/**
 * The paired figures for one question. In: ratings from 1 to 5, one pair for each respondent, all befores asked in one
 * measurement mode and all afters in one, as modes are never merged. Out: unrounded figures (Newcombe's method 10,
 * McNemar's mid-p, Wilcoxon's signed-rank); null where there are no pairs. Where no rating changed, the difference and
 * rank-biserial are 0, the p-values 1, and the interval is still given. Throws a RangeError for a rating outside 1 to 5.
 */
export function knowledgeGain(pairs: readonly RatingPair[]): KnowledgeGain | null {
  const table = pairedTable(pairs);
  const paired = pairedDifference(table);
  if (paired === null) {
    return null;
  }
  const n = pairs.length;
  const [low, high] = paired.ci95;
  const signedRank = wilcoxonSignedRank(pairs.map(({ before, after }) => after - before));
  return {
    n,
    beforePercent: (100 * (table.a + table.c)) / n,
    afterPercent: (100 * (table.a + table.b)) / n,
    differencePoints: (100 * (table.b - table.c)) / n,
    ci95: [100 * low, 100 * high],
    mcnemarP: mcnemar(table).midP,
    wilcoxonP: signedRank.exactP ?? signedRank.normalP,
    rankBiserial: signedRank.rankBiserial,
  };
}
