import { describe, expect, it } from '@jest/globals';
import { dozen, eightyNine } from './sample-pairs';
import { wilcoxonExactP, wilcoxonSignedRank } from './wilcoxon-signed-rank';

const dozenDifferences = dozen.map(({ before, after }) => after - before);
const eightyNineDifferences = eightyNine.map(({ before, after }) => after - before);

function times(count: number, difference: number): number[] {
  return Array.from({ length: count }, () => difference);
}

const fiftyMoved = [...times(30, 1), ...times(8, 2), ...times(10, -1), ...times(2, -2)];

describe('wilcoxonSignedRank', () => {
  it('agrees with R for 12 pairs with ties and zeros', () => {
    expect(wilcoxonSignedRank(dozenDifferences)).toEqual({
      nonZeros: 10,
      zeros: 2,
      wPlus: 52,
      wMinus: 3,
      variance: 91.25,
      z: expect.closeTo(2.564777, 6),
      normalP: expect.closeTo(0.010324, 6),
      exactP: 0.01171875,
      rankBiserial: expect.closeTo(0.890909, 6),
    });
  });

  it('agrees with R for 89 pairs, with the digits of the tail', () => {
    const { normalP, ...figures } = wilcoxonSignedRank(eightyNineDifferences);
    expect(figures).toEqual({
      nonZeros: 70,
      zeros: 19,
      wPlus: 2450,
      wMinus: 35,
      variance: 27994.375,
      z: expect.closeTo(7.216918, 6),
      exactP: null,
      rankBiserial: expect.closeTo(0.971831, 6),
    });
    expect(normalP * 1e13).toBeCloseTo(5.31791, 5);
  });

  it('gives the exact p for 50 pairs that moved, whatever the zeros', () => {
    const { exactP, normalP, nonZeros } = wilcoxonSignedRank([...fiftyMoved, ...times(20, 0)]);
    expect(nonZeros).toBe(50);
    expect(exactP).toBeCloseTo(0.00034366555994580494, 16);
    expect(normalP).toBeCloseTo(0.0004212356615332928, 14);
  });

  it('gives only the normal p for 51 pairs that moved', () => {
    const { exactP, normalP, nonZeros } = wilcoxonSignedRank([...fiftyMoved, 1]);
    expect(nonZeros).toBe(51);
    expect(exactP).toBeNull();
    expect(normalP).toBeCloseTo(0.0003021879583677775, 14);
  });

  it('turns its sign and keeps its p when everybody moves the other way', () => {
    const there = wilcoxonSignedRank(dozenDifferences);
    const back = wilcoxonSignedRank(dozenDifferences.map((difference) => -difference));
    expect(back.z).toBe(-there.z);
    expect(back.rankBiserial).toBe(-there.rankBiserial);
    expect(back.normalP).toBe(there.normalP);
    expect(back.exactP).toBe(there.exactP);
  });

  it('is 1 where rises and falls balance', () => {
    const balanced = wilcoxonSignedRank([1, -1, 2, -2]);
    expect([balanced.z, balanced.normalP, balanced.exactP, balanced.rankBiserial]).toEqual([0, 1, 1, 0]);
  });

  it('is 1 for a single pair that moved, which cannot be evidence', () => {
    expect(wilcoxonSignedRank([3]).exactP).toBe(1);
    expect(wilcoxonSignedRank([3]).rankBiserial).toBe(1);
  });

  it.each([
    ['no pairs', [], 0],
    ['only pairs that did not move', [0, 0, 0], 3],
  ])('says nothing moved for %s', (_, differences, zeros) => {
    expect(wilcoxonSignedRank(differences)).toEqual({
      nonZeros: 0,
      zeros,
      wPlus: 0,
      wMinus: 0,
      variance: 0,
      z: 0,
      normalP: 1,
      exactP: 1,
      rankBiserial: 0,
    });
  });

  it.each([0.5, NaN, Infinity])('refuses a difference of %p', (difference) => {
    expect(() => wilcoxonSignedRank([1, difference])).toThrow(RangeError);
  });
});

describe('wilcoxonExactP', () => {
  it('agrees with R, with the digits of the tail', () => {
    expect(wilcoxonExactP(dozenDifferences)).toBe(0.01171875);
    expect(wilcoxonExactP(eightyNineDifferences) * 1e18).toBeCloseTo(1.00966, 5);
  });

  it('goes on above 50 pairs that moved', () => {
    expect(wilcoxonExactP([...fiftyMoved, 1])).toBeCloseTo(0.000237441112538761, 16);
  });

  it('is 1 where no pair moved', () => {
    expect(wilcoxonExactP([])).toBe(1);
    expect(wilcoxonExactP([0])).toBe(1);
  });
});
