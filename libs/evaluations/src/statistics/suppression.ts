import { requireCounts } from './counts';

/** The smallest threshold a setting may hold: counts of 1 to 4 are always hidden. */
const LOWEST_THRESHOLD = 5;

/** Counts of people fit to publish; null is a hidden count, shown as an asterisk. */
export interface SuppressedCounts {
  readonly cells: readonly (number | null)[];
  readonly total: number | null;
}

/**
 * Hides small counts of people in one row of a publication. Counts from 1 to below `threshold` are hidden; 0 is shown.
 * Where the total shows and just one cell is hidden, the smallest other cell above 0 is hidden too (the first of equal
 * ones), as a subtraction would give the count away. The total is hidden where it is small itself; it can be left
 * out with `showsTotal: false`. In: the cells of one total. Out: cells in the same order, and the total.
 * Throws a RangeError for a threshold below 5, or a count that is negative or not whole.
 */
export function suppressCounts(
  counts: readonly number[],
  { threshold = LOWEST_THRESHOLD, showsTotal = true }: { threshold?: number; showsTotal?: boolean } = {},
): SuppressedCounts {
  requireCounts(...counts);
  if (!Number.isInteger(threshold) || threshold < LOWEST_THRESHOLD) {
    throw new RangeError(`The threshold is a whole number from ${LOWEST_THRESHOLD}, not ${threshold}`);
  }
  const isSmall = (count: number): boolean => count > 0 && count < threshold;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const publishedTotal = showsTotal && !isSmall(total) ? total : null;
  const cells = counts.map((count) => (isSmall(count) ? null : count));
  if (publishedTotal !== null && cells.filter((cell) => cell === null).length === 1) {
    const nextSmallest = Math.min(...counts.filter((count) => count >= threshold));
    cells[counts.indexOf(nextSmallest)] = null;
  }
  return { cells, total: publishedTotal };
}
