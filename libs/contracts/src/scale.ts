/** The five-point scale on which people rate themselves, stored as 1 to 5. */
export const RATING_LABELS = { 1: 'Very poor', 2: 'Poor', 3: 'Adequate', 4: 'Good', 5: 'Very good' } as const;
export type Rating = keyof typeof RATING_LABELS;
export const RATINGS: readonly Rating[] = [1, 2, 3, 4, 5];

/** 'Good or very good'. */
export function isGoodOrBetter(value: number): boolean {
  return value >= 4;
}
