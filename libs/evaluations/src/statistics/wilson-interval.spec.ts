import { describe, expect, it } from '@jest/globals';
import { wilsonInterval } from './wilson-interval';

describe('wilsonInterval', () => {
  it.each([
    [3, 12, 0.088942, 0.532305],
    [9, 12, 0.467695, 0.911058],
    [30, 89, 0.247428, 0.440211],
    [83, 89, 0.860632, 0.968739],
  ])('of %p of %p agrees with R', (count, total, low, high) => {
    const [actualLow, actualHigh] = wilsonInterval(count, total) ?? [];
    expect(actualLow).toBeCloseTo(low, 6);
    expect(actualHigh).toBeCloseTo(high, 6);
  });

  it('starts at exactly 0 for none and ends at exactly 1 for all', () => {
    const none = wilsonInterval(0, 7);
    const all = wilsonInterval(7, 7);
    expect(none?.[0]).toBe(0);
    expect(none?.[1]).toBeCloseTo(0.35433, 6);
    expect(all?.[0]).toBeCloseTo(0.64567, 6);
    expect(all?.[1]).toBe(1);
  });

  it('does not exist for nobody', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it.each([
    [2, 1],
    [-1, 5],
    [0.5, 5],
    [1, NaN],
  ])('refuses %p of %p', (count, total) => {
    expect(() => wilsonInterval(count, total)).toThrow(RangeError);
  });
});
