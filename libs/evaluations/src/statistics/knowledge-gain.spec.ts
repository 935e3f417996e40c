import { describe, expect, it } from '@jest/globals';
import { type KnowledgeGain, knowledgeGain } from './index';
import { dozen, eightyNine } from './sample-pairs';

function gainOf(pairs: Parameters<typeof knowledgeGain>[0]): KnowledgeGain {
  const gain = knowledgeGain(pairs);
  if (gain === null) {
    throw new Error('There are pairs, so there is a gain');
  }
  return gain;
}

describe('knowledgeGain', () => {
  it('agrees with R for 12 pairs, with the exact signed-rank p', () => {
    expect(gainOf(dozen)).toEqual({
      n: 12,
      beforePercent: 25,
      afterPercent: 75,
      differencePoints: 50,
      ci95: [expect.closeTo(7.9164, 4), expect.closeTo(74.0092, 4)],
      mcnemarP: 0.0390625,
      wilcoxonP: 0.01171875,
      rankBiserial: expect.closeTo(0.890909, 6),
    });
  });

  it('agrees with R for 89 pairs, with the normal signed-rank p as more than 50 moved', () => {
    const { mcnemarP, wilcoxonP, ...figures } = gainOf(eightyNine);
    expect(figures).toEqual({
      n: 89,
      beforePercent: 3000 / 89,
      afterPercent: 8300 / 89,
      differencePoints: 5300 / 89,
      ci95: [expect.closeTo(47.2712, 4), expect.closeTo(69.0496, 4)],
      rankBiserial: expect.closeTo(0.971831, 6),
    });
    expect(mcnemarP * 1e15).toBeCloseTo(1.58207, 5);
    expect(wilcoxonP * 1e13).toBeCloseTo(5.31791, 5);
  });

  it('does not exist without pairs', () => {
    expect(knowledgeGain([])).toBeNull();
  });

  it('is no gain, with an interval around 0, where no rating changed', () => {
    const gain = gainOf(Array.from({ length: 6 }, () => ({ before: 4, after: 4 })));
    expect(gain).toEqual({
      n: 6,
      beforePercent: 100,
      afterPercent: 100,
      differencePoints: 0,
      ci95: [expect.closeTo(-39.0334, 4), expect.closeTo(39.0334, 4)],
      mcnemarP: 1,
      wilcoxonP: 1,
      rankBiserial: 0,
    });
  });

  it('sees a rise that does not cross into good in the ranks only', () => {
    const gain = gainOf(Array.from({ length: 6 }, () => ({ before: 1, after: 3 })));
    expect([gain.differencePoints, gain.mcnemarP, gain.wilcoxonP, gain.rankBiserial]).toEqual([0, 1, 2 / 2 ** 6, 1]);
  });

  it('refuses a rating outside the scale', () => {
    expect(() => knowledgeGain([{ before: 3, after: 6 }])).toThrow(RangeError);
  });
});
