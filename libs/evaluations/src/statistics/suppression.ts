import { requireCounts } from './counts';

/** The smallest threshold a setting may hold: counts of 1 to 4 are always hidden. */
const LOWEST_THRESHOLD = 5;

/** Counts of people fit to publish; null is a hidden count, shown as an asterisk. */
export interface SuppressedCounts {
  readonly cells: readonly (number | null)[];
  readonly total: number | null;
}

export interface SuppressionRules {
  threshold?: number;
  showsTotal?: boolean;
  /** What a reader knows of each cell without the publication, such as a lead of own people; a list for each reader. */
  known?: readonly (readonly number[])[];
  /** Cells that are hidden for another reason. */
  hidden?: readonly number[];
}

/**
 * Hides small counts of people in one row of a publication. Counts from 1 to below `threshold` are hidden, and cells
 * that leave so few beside what a reader knows; 0 is shown. Where the total shows, the smallest other cells above 0 are
 * hidden too (the first of equal ones) until the hidden cells add up to the threshold for everybody, and do not all
 * hold the least or the most a small cell can, as a subtraction would give them away. The total is hidden where it is
 * small itself or nothing is left to hide; it can be left out with `showsTotal: false`. In: the cells of one total.
 * Out: cells in the same order, and the total. Throws a RangeError for a threshold below 5, or a count that is
 * negative or not whole.
 */
export function suppressCounts(
  counts: readonly number[],
  { threshold = LOWEST_THRESHOLD, showsTotal = true, known = [], hidden: forced = [] }: SuppressionRules = {},
): SuppressedCounts {
  requireCounts(...counts);
  if (!Number.isInteger(threshold) || threshold < LOWEST_THRESHOLD) {
    throw new RangeError(`The threshold is a whole number from ${LOWEST_THRESHOLD}, not ${threshold}`);
  }
  const isSmall = (count: number): boolean => count > 0 && count < threshold;
  const others = known.map((own) => counts.map((count, index) => count - (own[index] ?? 0)));
  const readers = [counts, ...others];
  const hidden = new Set(counts.flatMap((_, index) => (readers.some((of) => isSmall(of[index] ?? 0)) ? [index] : [])));
  for (const index of forced) hidden.add(index);
  const total = sumOf(counts);
  let isTotalShown = showsTotal && !readers.some((of) => isSmall(sumOf(of)));
  while (isTotalShown && isTold()) {
    const next = nextSmallest();
    if (next === null) isTotalShown = false;
    else hidden.add(next);
  }
  return {
    cells: counts.map((count, index) => (hidden.has(index) ? null : count)),
    total: isTotalShown ? total : null,
  };

  function isTold(): boolean {
    if (hidden.size < 2) return hidden.size === 1;
    if (readers.some((of) => isSmall(sumOf([...hidden].map((index) => of[index] ?? 0))))) return true;
    return [1, threshold - 1].some((edge) => [...hidden].every((index) => counts[index] === edge));
  }

  function nextSmallest(): number | null {
    const left = counts.flatMap((count, index) => (count > 0 && !hidden.has(index) ? [index] : []));
    return left.reduce<number | null>(
      (best, index) => (best === null || (counts[index] ?? 0) < (counts[best] ?? 0) ? index : best),
      null,
    );
  }
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
