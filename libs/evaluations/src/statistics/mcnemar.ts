import { requireCounts } from './counts';
import type { PairedTable } from './paired-table';
import { shareOfOutcomes } from './share-of-outcomes';

/** Two-sided p-values of McNemar's test, from 0 to 1, unrounded. */
export interface McNemar {
  readonly exactP: number;
  readonly midP: number;
}

/**
 * Whether as many moved to good (b) as away from it (c), on the same respondents. Those who did not move are ignored.
 * Out: the exact conditional p and the mid-p; both are 1 where nobody moved, an empty table included.
 * Throws a RangeError for a count that is negative or not whole.
 * Source: Fagerland, Lydersen and Laake (2013), BMC Med. Res. Methodol. 13:91.
 */
export function mcnemar({ b, c }: Pick<PairedTable, 'b' | 'c'>): McNemar {
  requireCounts(b, c);
  const moved = b + c;
  if (moved === 0) {
    return { exactP: 1, midP: 1 };
  }
  const { point, tail } = binomialCounts(moved, Math.min(b, c));
  if (b === c) {
    return { exactP: 1, midP: 1 - shareOfOutcomes(point, moved + 1) };
  }
  return { exactP: shareOfOutcomes(2n * tail, moved), midP: shareOfOutcomes(2n * tail - point, moved) };
}

/** How many of the 2^m outcomes have exactly k successes (`point`), and k or fewer (`tail`). */
function binomialCounts(m: number, k: number): { point: bigint; tail: bigint } {
  let point = 1n;
  let tail = 1n;
  for (let i = 0; i < k; i += 1) {
    point = (point * BigInt(m - i)) / BigInt(i + 1);
    tail += point;
  }
  return { point, tail };
}
