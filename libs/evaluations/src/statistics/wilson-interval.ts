import { requirePartOf } from './counts';

/** Lower and upper limit. */
export type Interval = readonly [low: number, high: number];

/** The 97.5% point of the standard normal distribution, for two-sided 95% intervals. */
const Z = 1.959963984540054;

/**
 * 95% score interval of a proportion, without continuity correction. In: how many of how many people.
 * Out: limits as proportions from 0 to 1, unrounded; null where `total` is 0, as nobody has no proportion.
 * Throws a RangeError unless 0 <= count <= total. Source: Wilson (1927), J. Am. Stat. Assoc. 22:209-212.
 */
export function wilsonInterval(count: number, total: number): Interval | null {
  requirePartOf(count, total);
  if (total === 0) {
    return null;
  }
  const centre = count + (Z * Z) / 2;
  const reach = Z * Math.sqrt((count * (total - count)) / total + (Z * Z) / 4);
  const scale = total + Z * Z;
  // The limits at none and all are exactly 0 and 1, which the formula misses by a rounding error.
  const low = count === 0 ? 0 : (centre - reach) / scale;
  const high = count === total ? 1 : (centre + reach) / scale;
  return [low, high];
}
