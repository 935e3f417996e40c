import { describe, expect, it } from '@jest/globals';
import { type Difference, pairedDifference, unpairedDifference } from './newcombe-interval';

function expectDifference(actual: Difference | null, difference: number, low: number, high: number, digits = 6): void {
  expect(actual?.difference).toBeCloseTo(difference, digits);
  expect(actual?.ci95[0]).toBeCloseTo(low, digits);
  expect(actual?.ci95[1]).toBeCloseTo(high, digits);
}

describe('pairedDifference', () => {
  it("agrees with Newcombe's table III", () => {
    expectDifference(pairedDifference({ a: 36, b: 12, c: 2, d: 0 }), 0.2, 0.0569, 0.3404, 4);
  });

  it('agrees with R where before and after are negatively correlated', () => {
    expectDifference(pairedDifference({ a: 2, b: 7, c: 1, d: 2 }), 0.5, 0.079164, 0.740092);
  });

  it('corrects a positive correlation for continuity, and agrees with R', () => {
    expectDifference(pairedDifference({ a: 29, b: 54, c: 1, d: 5 }), 0.595506, 0.472712, 0.690496);
  });

  it('takes a positive correlation smaller than its correction as none', () => {
    const slight = { a: 5, b: 5, c: 4, d: 5 };
    expect(pairedDifference(slight)?.ci95).toEqual(
      unpairedDifference({ good: 9, total: 19 }, { good: 10, total: 19 })?.ci95.map((limit) =>
        expect.closeTo(limit, 12),
      ),
    );
  });

  it('takes the correlation as 0 where a margin is empty', () => {
    const paired = pairedDifference({ a: 8, b: 4, c: 0, d: 0 });
    const unpaired = unpairedDifference({ good: 8, total: 12 }, { good: 12, total: 12 });
    expect(paired?.ci95[0]).toBeCloseTo(unpaired?.ci95[0] ?? NaN, 12);
    expect(paired?.ci95[1]).toBeCloseTo(unpaired?.ci95[1] ?? NaN, 12);
  });

  it('keeps an interval around 0 where nobody moved', () => {
    const still = pairedDifference({ a: 0, b: 0, c: 0, d: 6 });
    expect(still?.difference).toBe(0);
    expect(still?.ci95[0]).toBeLessThan(0);
    expect(still?.ci95[1]).toBeGreaterThan(0);
  });

  it('changes its sign when before and after change places', () => {
    const there = pairedDifference({ a: 29, b: 54, c: 1, d: 5 });
    expectDifference(
      pairedDifference({ a: 29, b: 1, c: 54, d: 5 }),
      -(there?.difference ?? NaN),
      -(there?.ci95[1] ?? NaN),
      -(there?.ci95[0] ?? NaN),
      12,
    );
  });

  it('does not exist for an empty table', () => {
    expect(pairedDifference({ a: 0, b: 0, c: 0, d: 0 })).toBeNull();
  });

  it('refuses a negative count', () => {
    expect(() => pairedDifference({ a: 5, b: -1, c: 2, d: 0 })).toThrow(RangeError);
  });
});

describe('unpairedDifference', () => {
  it('agrees with the reference values', () => {
    const large = unpairedDifference({ good: 30, total: 89 }, { good: 83, total: 89 });
    const uneven = unpairedDifference({ good: 6, total: 20 }, { good: 13, total: 16 });
    expectDifference(large, 0.595506, 0.469754, 0.692172);
    expectDifference(uneven, 0.5125, 0.1857, 0.709121);
  });

  it('does not exist where either group is empty', () => {
    expect(unpairedDifference({ good: 0, total: 0 }, { good: 3, total: 5 })).toBeNull();
    expect(unpairedDifference({ good: 3, total: 5 }, { good: 0, total: 0 })).toBeNull();
  });

  it('refuses more good ratings than ratings', () => {
    expect(() => unpairedDifference({ good: 6, total: 5 }, { good: 3, total: 5 })).toThrow(RangeError);
  });
});
