import { describe, expect, it } from '@jest/globals';
import { shareOfOutcomes } from './share-of-outcomes';

describe('shareOfOutcomes', () => {
  it('is the count over a power of two', () => {
    expect(shareOfOutcomes(12n, 10)).toBe(12 / 1024);
    expect(shareOfOutcomes(1n, 0)).toBe(1);
    expect(shareOfOutcomes(0n, 5)).toBe(0);
  });

  it('holds where count and outcomes are both larger than a double', () => {
    expect(shareOfOutcomes(3n ** 2000n, 3171)).toBeCloseTo(0.47467153502064974, 14);
    expect(shareOfOutcomes(2n ** 5000n, 5001)).toBe(0.5);
  });
});
