import { describe, expect, it } from '@jest/globals';
import { pValueText } from './p-value-text';

describe('pValueText', () => {
  it.each([
    [0, 'p < 0.001'],
    [5.31791e-13, 'p < 0.001'],
    [0.0009999, 'p < 0.001'],
    [0.001, 'p = 0.001'],
    [0.0390625, 'p = 0.039'],
    [0.0125, 'p = 0.013'],
    [0.05, 'p = 0.050'],
    [1, 'p = 1.000'],
  ])('says %p as %p', (p, text) => {
    expect(pValueText(p)).toBe(text);
  });

  it.each([-0.1, 1.1, NaN])('refuses %p', (p) => {
    expect(() => pValueText(p)).toThrow(RangeError);
  });
});
