import { erfc } from './complementary-error-function';
import { shareOfOutcomes } from './share-of-outcomes';

/** Up to this many pairs that moved, the exact p is given. */
const EXACT_UP_TO = 50;

export interface WilcoxonSignedRank {
  /** Pairs that moved. */
  readonly nonZeros: number;
  /** Pairs that did not move, dropped from the test. */
  readonly zeros: number;
  /** Sum of the ranks of the pairs that rose. */
  readonly wPlus: number;
  /** Sum of the ranks of the pairs that fell. */
  readonly wMinus: number;
  readonly variance: number;
  /** Above 0 where rises outweigh falls; without continuity correction. */
  readonly z: number;
  /** Two-sided p by the normal approximation. */
  readonly normalP: number;
  /** Two-sided exact permutation p; null where more than 50 pairs moved. */
  readonly exactP: number | null;
  /** From -1 (all fell) to 1 (all rose). */
  readonly rankBiserial: number;
}

/** Differences of one size, which share a rank; it is doubled, so that an average of ranks is a whole number. */
interface TiedGroup {
  readonly doubledRank: number;
  readonly rises: number;
  readonly falls: number;
}

/**
 * Wilcoxon's signed-rank test of paired differences, after minus before, whole numbers of scale points.
 * Zeros are dropped, tied differences share the average rank, the variance is the sum of squared ranks over 4.
 * Out: unrounded figures. Where no pair moved, or there are none, the sums, variance, z and rank-biserial are 0
 * and the p-values are 1. Throws a RangeError for a difference that is not whole.
 * Sources: Wilcoxon (1945), Biometrics Bull. 1:80-83; for the matched-pairs rank-biserial (W+ - W-) / (W+ + W-),
 * Kerby (2014), Compr. Psychol. 3:11.IT.3.1.
 */
export function wilcoxonSignedRank(differences: readonly number[]): WilcoxonSignedRank {
  const groups = tiedGroups(differences);
  const nonZeros = sum(groups.map(({ rises, falls }) => rises + falls));
  const wPlus = sum(groups.map(({ doubledRank, rises }) => rises * doubledRank)) / 2;
  const wMinus = sum(groups.map(({ doubledRank, falls }) => falls * doubledRank)) / 2;
  const variance = sum(groups.map(({ doubledRank, rises, falls }) => (rises + falls) * (doubledRank / 2) ** 2)) / 4;
  const z = nonZeros === 0 ? 0 : (wPlus - wMinus) / 2 / Math.sqrt(variance);
  return {
    nonZeros,
    zeros: differences.length - nonZeros,
    wPlus,
    wMinus,
    variance,
    z,
    normalP: erfc(Math.abs(z) / Math.SQRT2),
    exactP: nonZeros <= EXACT_UP_TO ? permutationP(groups) : null,
    rankBiserial: nonZeros === 0 ? 0 : (wPlus - wMinus) / (wPlus + wMinus),
  };
}

/**
 * Two-sided exact permutation p of the signed-rank test, for any number of pairs: the share of the 2^n ways to give
 * the ranks their signs that are at least as far from balance. In: paired differences, as for `wilcoxonSignedRank`,
 * which gives this p up to 50 pairs that moved; above, the time grows with the cube of the pairs.
 * Out: 0 to 1, unrounded; 1 where no pair moved. Throws a RangeError for a difference that is not whole.
 * Source: Streitberg and Röhmel (1986), Stat. Softw. Newsl. 12:10-17 (shift algorithm).
 */
export function wilcoxonExactP(differences: readonly number[]): number {
  return permutationP(tiedGroups(differences));
}

function permutationP(groups: readonly TiedGroup[]): number {
  const ranks = groups.flatMap(({ doubledRank, rises, falls }) => Array<number>(rises + falls).fill(doubledRank));
  const doubledPlus = sum(groups.map(({ doubledRank, rises }) => rises * doubledRank));
  const smaller = Math.min(doubledPlus, sum(ranks) - doubledPlus);
  let waysBySum = new Map([[0, 1n]]);
  for (const doubledRank of ranks) {
    const extended = new Map(waysBySum);
    for (const [reached, ways] of waysBySum) {
      const next = reached + doubledRank;
      if (next <= smaller) {
        extended.set(next, (extended.get(next) ?? 0n) + ways);
      }
    }
    waysBySum = extended;
  }
  let tail = 0n;
  for (const ways of waysBySum.values()) {
    tail += ways;
  }
  return Math.min(1, shareOfOutcomes(2n * tail, ranks.length));
}

function tiedGroups(differences: readonly number[]): TiedGroup[] {
  const countsBySize = new Map<number, { rises: number; falls: number }>();
  for (const difference of differences) {
    if (!Number.isSafeInteger(difference)) {
      throw new RangeError(`A difference of ratings is a whole number, not ${difference}`);
    }
    if (difference !== 0) {
      const size = Math.abs(difference);
      const counts = countsBySize.get(size) ?? { rises: 0, falls: 0 };
      counts[difference > 0 ? 'rises' : 'falls'] += 1;
      countsBySize.set(size, counts);
    }
  }
  const bySize = [...countsBySize].sort(([one], [other]) => one - other);
  let ranked = 0;
  return bySize.map(([, { rises, falls }]) => {
    const first = ranked + 1;
    ranked += rises + falls;
    // The average of the ranks from first to last is half of first + last.
    return { doubledRank: first + ranked, rises, falls };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
