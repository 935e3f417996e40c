/** Throws a RangeError unless every value is a whole number of people, 0 or more. */
export function requireCounts(...values: readonly number[]): void {
  for (const value of values) {
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new RangeError(`A count is a whole number from 0, not ${value}`);
    }
  }
}

/** Throws a RangeError unless `part` and `whole` are counts and `part` is no larger than `whole`. */
export function requirePartOf(part: number, whole: number): void {
  requireCounts(part, whole);
  if (part > whole) {
    throw new RangeError(`${part} of ${whole} is more than all of them`);
  }
}
