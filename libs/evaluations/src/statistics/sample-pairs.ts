import type { RatingPair } from './paired-table';

function repeated(before: number, after: number, count: number): RatingPair[] {
  return Array.from({ length: count }, () => ({ before, after }));
}

/** Twelve respondents of whom two did not move; every figure of theirs was cross-checked in R and SciPy. */
export const dozen: readonly RatingPair[] = [
  ...repeated(2, 4, 1),
  ...repeated(3, 4, 1),
  ...repeated(2, 4, 1),
  ...repeated(4, 4, 1),
  ...repeated(1, 3, 1),
  ...repeated(3, 5, 1),
  ...repeated(3, 4, 1),
  ...repeated(2, 4, 1),
  ...repeated(4, 3, 1),
  ...repeated(3, 4, 1),
  ...repeated(2, 3, 1),
  ...repeated(5, 5, 1),
];

/** Eighty-nine respondents of whom nineteen did not move; every figure of theirs was cross-checked in R and SciPy. */
export const eightyNine: readonly RatingPair[] = [
  ...repeated(1, 3, 2),
  ...repeated(1, 4, 5),
  ...repeated(2, 3, 2),
  ...repeated(2, 4, 13),
  ...repeated(2, 5, 5),
  ...repeated(3, 3, 1),
  ...repeated(3, 4, 20),
  ...repeated(3, 5, 11),
  ...repeated(4, 3, 1),
  ...repeated(4, 4, 11),
  ...repeated(4, 5, 10),
  ...repeated(5, 4, 1),
  ...repeated(5, 5, 7),
];
