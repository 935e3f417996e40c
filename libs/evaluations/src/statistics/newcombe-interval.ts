import { requireCounts } from './counts';
import type { PairedTable } from './paired-table';
import { type Interval, wilsonInterval } from './wilson-interval';

/** A difference of two proportions, after minus before, as a proportion from -1 to 1, unrounded. */
export interface Difference {
  readonly difference: number;
  readonly ci95: Interval;
}

/** People in one group, and how many of them rated good. */
export interface GoodOfTotal {
  readonly good: number;
  readonly total: number;
}

interface Proportion {
  readonly value: number;
  readonly limits: Interval;
}

/**
 * Share good after minus share good before, on the same respondents, with its 95% interval.
 * Out: (b - c) / n and limits, as proportions; null where the table is empty.
 * Throws a RangeError for a count that is negative or not whole.
 * Source: Newcombe (1998), Stat. Med. 17:2635-2650, method 10, with the continuity-corrected phi.
 */
export function pairedDifference(table: PairedTable): Difference | null {
  const { a, b, c, d } = table;
  requireCounts(a, b, c, d);
  const n = a + b + c + d;
  const before = proportionOf({ good: a + c, total: n });
  const after = proportionOf({ good: a + b, total: n });
  if (before === null || after === null) {
    return null;
  }
  const difference = (b - c) / n;
  return { difference, ci95: differenceLimits(difference, before, after, correctedPhi(table)) };
}

/**
 * Share good after minus share good before, of two groups taken as independent (all befores, all afters),
 * with its 95% interval. Out: difference and limits, as proportions; null where either group is empty.
 * Throws a RangeError unless 0 <= good <= total.
 * Source: Newcombe (1998), Stat. Med. 17:873-890, method 10 (hybrid score interval).
 */
export function unpairedDifference(before: GoodOfTotal, after: GoodOfTotal): Difference | null {
  const first = proportionOf(before);
  const second = proportionOf(after);
  if (first === null || second === null) {
    return null;
  }
  const difference = second.value - first.value;
  return { difference, ci95: differenceLimits(difference, first, second, 0) };
}

function proportionOf({ good, total }: GoodOfTotal): Proportion | null {
  const limits = wilsonInterval(good, total);
  return limits === null ? null : { value: good / total, limits };
}

function correctedPhi({ a, b, c, d }: PairedTable): number {
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  if (margins === 0) {
    return 0;
  }
  const excess = a * d - b * c;
  const numerator = excess > 0 ? Math.max(excess - (a + b + c + d) / 2, 0) : excess;
  return numerator / Math.sqrt(margins);
}

function differenceLimits(difference: number, before: Proportion, after: Proportion, phi: number): Interval {
  const [beforeLow, beforeHigh] = before.limits;
  const [afterLow, afterHigh] = after.limits;
  const down = correlatedReach(after.value - afterLow, beforeHigh - before.value, phi);
  const up = correlatedReach(afterHigh - after.value, before.value - beforeLow, phi);
  return [difference - down, difference + up];
}

function correlatedReach(afterReach: number, beforeReach: number, phi: number): number {
  return Math.sqrt(afterReach ** 2 - 2 * phi * afterReach * beforeReach + beforeReach ** 2);
}
