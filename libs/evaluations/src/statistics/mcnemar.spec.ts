import { describe, expect, it } from '@jest/globals';
import { mcnemar } from './mcnemar';

describe('mcnemar', () => {
  it('agrees with R for 7 up and 1 down', () => {
    expect(mcnemar({ b: 7, c: 1 })).toEqual({ exactP: 0.0703125, midP: 0.0390625 });
  });

  it('keeps its digits in the tail, for 54 up and 1 down', () => {
    const { exactP, midP } = mcnemar({ b: 54, c: 1 });
    expect(exactP * 1e15).toBeCloseTo(3.10862, 5);
    expect(midP * 1e15).toBeCloseTo(1.58207, 5);
  });

  it('is the same in both directions', () => {
    expect(mcnemar({ b: 1, c: 7 })).toEqual(mcnemar({ b: 7, c: 1 }));
  });

  it('takes half the middle point where as many rose as fell', () => {
    expect(mcnemar({ b: 2, c: 2 })).toEqual({ exactP: 1, midP: 1 - 6 / 32 });
    expect(mcnemar({ b: 1, c: 1 }).midP).toBe(0.75);
  });

  it('is 1 for the exact test of one more up than down', () => {
    expect(mcnemar({ b: 3, c: 2 })).toEqual({ exactP: 1, midP: 1 - 10 / 32 });
  });

  it('is 1 where nobody moved', () => {
    expect(mcnemar({ b: 0, c: 0 })).toEqual({ exactP: 1, midP: 1 });
  });

  it('is not lost where 2 to the number that moved is more than a double holds', () => {
    const { exactP, midP } = mcnemar({ b: 1060, c: 940 });
    expect(exactP).toBeCloseTo(0.007777118901978714, 12);
    expect(midP).toBeCloseTo(0.00728986638465194, 12);
    expect(mcnemar({ b: 5000, c: 0 }).midP).toBe(0);
  });

  it('refuses a negative count', () => {
    expect(() => mcnemar({ b: -1, c: 2 })).toThrow(RangeError);
  });
});
