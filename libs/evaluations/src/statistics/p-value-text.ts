import { roundedFigure } from './rounding';

/**
 * A p-value in words for people: 'p = 0.039', three decimals, and 'p < 0.001' for anything smaller, never 0.000.
 * In: an unrounded p. Throws a RangeError unless it lies from 0 to 1.
 */
export function pValueText(p: number): string {
  if (!(p >= 0 && p <= 1)) {
    throw new RangeError(`A p-value lies from 0 to 1, not ${p}`);
  }
  return p < 0.001 ? 'p < 0.001' : `p = ${roundedFigure(p, 3).toFixed(3)}`;
}
