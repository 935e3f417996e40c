/** One respondent's two answers to the same question, whole numbers from 1 to 5. */
export interface RatingPair {
  readonly before: number;
  readonly after: number;
}

/** Respondents by what they answered before and after; a rating of 4 or 5 is good. */
export interface PairedTable {
  /** Good before and good after. */
  readonly a: number;
  /** Not good before, good after. */
  readonly b: number;
  /** Good before, not good after. */
  readonly c: number;
  /** Good neither before nor after. */
  readonly d: number;
}

const GOOD_FROM = 4;

/**
 * Whether a rating on the five-point scale counts as good (4 or 5).
 * Throws a RangeError for anything but a whole number from 1 to 5.
 */
export function isGood(rating: number): boolean {
  if (!Number.isInteger(rating) || rating < 1 || rating > 5) {
    throw new RangeError(`A rating is a whole number from 1 to 5, not ${rating}`);
  }
  return rating >= GOOD_FROM;
}

/**
 * Counts respondents into the paired 2x2 table. In: one pair for each respondent who answered both times.
 * Out: the four counts; all are 0 when there are no pairs. Throws a RangeError for a rating outside 1 to 5.
 */
export function pairedTable(pairs: readonly RatingPair[]): PairedTable {
  const table = { a: 0, b: 0, c: 0, d: 0 };
  for (const pair of pairs) {
    const wasGood = isGood(pair.before);
    const becameGood = isGood(pair.after);
    table[wasGood ? (becameGood ? 'a' : 'c') : becameGood ? 'b' : 'd'] += 1;
  }
  return table;
}
