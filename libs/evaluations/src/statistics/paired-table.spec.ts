import { describe, expect, it } from '@jest/globals';
import { isGood, pairedTable } from './paired-table';
import { dozen, eightyNine } from './sample-pairs';

describe('isGood', () => {
  it('takes 4 and 5 as good', () => {
    expect([1, 2, 3, 4, 5].map(isGood)).toEqual([false, false, false, true, true]);
  });

  it.each([0, 6, 3.5, NaN])('refuses %p, which is not on the five-point scale', (rating) => {
    expect(() => isGood(rating)).toThrow(RangeError);
  });
});

describe('pairedTable', () => {
  it('counts each of the four moves in its own cell', () => {
    const pairs = [
      { before: 4, after: 5 },
      { before: 3, after: 4 },
      { before: 5, after: 3 },
      { before: 1, after: 2 },
    ];
    expect(pairedTable(pairs.slice(0, 1))).toEqual({ a: 1, b: 0, c: 0, d: 0 });
    expect(pairedTable(pairs.slice(1, 2))).toEqual({ a: 0, b: 1, c: 0, d: 0 });
    expect(pairedTable(pairs.slice(2, 3))).toEqual({ a: 0, b: 0, c: 1, d: 0 });
    expect(pairedTable(pairs.slice(3, 4))).toEqual({ a: 0, b: 0, c: 0, d: 1 });
  });

  it('counts the reference samples', () => {
    expect(pairedTable(dozen)).toEqual({ a: 2, b: 7, c: 1, d: 2 });
    expect(pairedTable(eightyNine)).toEqual({ a: 29, b: 54, c: 1, d: 5 });
  });

  it('is empty without pairs', () => {
    expect(pairedTable([])).toEqual({ a: 0, b: 0, c: 0, d: 0 });
  });

  it('refuses a rating outside the scale, on either side', () => {
    expect(() => pairedTable([{ before: 0, after: 3 }])).toThrow(RangeError);
    expect(() => pairedTable([{ before: 3, after: 6 }])).toThrow(RangeError);
  });
});
