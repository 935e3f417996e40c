import { describe, expect, it } from '@jest/globals';
import { roundedFigure, roundedPercentage, roundedRatio } from './rounding';

describe('roundedPercentage', () => {
  it.each([
    [1, 8, 0, 13],
    [1, 8, 1, 12.5],
    [1, 16, 1, 6.3],
    [3, 16, 1, 18.8],
    [83, 89, 1, 93.3],
    [2, 3, 0, 67],
    [2, 3, 2, 66.67],
    [0, 7, 1, 0],
    [7, 7, 1, 100],
  ])('of %p of %p with %p decimals is %p', (count, total, decimals, expected) => {
    expect(roundedPercentage(count, total, decimals)).toBe(expected);
  });

  it('decides a tie that a binary fraction would lose', () => {
    // 100 * (201 / 20000) is 1.00499..., the counts say 1.005.
    expect(roundedPercentage(201, 20000, 2)).toBe(1.01);
    expect(roundedPercentage(23, 2000, 1)).toBe(1.2);
    expect(roundedPercentage(57, 40000, 2)).toBe(0.14);
    expect(roundedPercentage(1005, 100000, 2)).toBe(1.01);
  });

  it('rounds a fall away from zero too', () => {
    expect(roundedPercentage(-1, 8, 0)).toBe(-13);
    expect(roundedPercentage(-201, 20000, 2)).toBe(-1.01);
  });

  it('never says minus zero', () => {
    expect(roundedPercentage(-1, 1000, 0)).toBe(0);
  });

  it('rounds the count, not a rounded percentage', () => {
    // 4449 of 10000 is 44.49%: 44, though 44.5 would round to 45.
    expect(roundedPercentage(4449, 10000, 1)).toBe(44.5);
    expect(roundedPercentage(4449, 10000, 0)).toBe(44);
  });

  it('does not exist of nobody', () => {
    expect(roundedPercentage(0, 0, 1)).toBeNull();
  });

  it.each([
    [0.5, 2, 0],
    [1, -2, 0],
    [1, 2.5, 0],
    [NaN, 2, 0],
    [1, 2, -1],
    [1, 2, 0.5],
    [1, 2, 21],
  ])('refuses %p of %p with %p decimals', (count, total, decimals) => {
    expect(() => roundedPercentage(count, total, decimals)).toThrow(RangeError);
  });
});

describe('roundedRatio', () => {
  it('gives a mean from the sum and the number', () => {
    expect(roundedRatio(35, 12, 1)).toBe(2.9);
    expect(roundedRatio(201, 200, 2)).toBe(1.01);
    expect(roundedRatio(7, 2, 0)).toBe(4);
    expect(roundedRatio(-7, 2, 0)).toBe(-4);
  });

  it('does not exist over 0', () => {
    expect(roundedRatio(3, 0, 1)).toBeNull();
  });

  it('refuses what is not whole', () => {
    expect(() => roundedRatio(1.5, 2, 1)).toThrow(RangeError);
  });
});

describe('roundedFigure', () => {
  it.each([
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [-1.005, 2, -1.01],
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [-0.4, 0, 0],
    [47.271234, 1, 47.3],
    [47.25, 1, 47.3],
    [12, 1, 12],
    [5.31791e-13, 3, 0],
    [5e-7, 6, 0.000001],
    [1.5e21, 0, 1.5e21],
    [-0, 1, 0],
  ])('of %p to %p decimals is %p', (value, decimals, expected) => {
    expect(roundedFigure(value, decimals)).toBe(expected);
  });

  it.each([NaN, Infinity, -Infinity])('refuses %p', (value) => {
    expect(() => roundedFigure(value, 1)).toThrow(RangeError);
  });
});
