import { describe, expect, it } from '@jest/globals';
import { endOfPeriod, firstWholeYear, holdsYear, lastWholeYear, startOfPeriod } from './report-period';

describe('a period', () => {
  it('runs from midnight in London to the midnight after its last day', () => {
    const period = { from: '2026-03-29', to: '2026-03-29' };
    expect(startOfPeriod(period)).toEqual(new Date('2026-03-29T00:00:00Z'));
    expect(endOfPeriod(period)).toEqual(new Date('2026-03-29T23:00:00Z'));
  });

  it('has no limit where none was given', () => {
    expect([startOfPeriod({}), endOfPeriod({}), firstWholeYear({}), lastWholeYear({})]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    [{ from: '2020-04-01', to: '2021-03-31' }, true],
    [{ from: '2020-04-02', to: '2021-03-31' }, false],
    [{ from: '2020-04-01', to: '2021-03-30' }, false],
    [{ from: '2019-01-01', to: '2022-12-31' }, true],
    [{ from: '2020-04-01' }, true],
    [{ from: '2020-04-02' }, false],
    [{ to: '2021-03-31' }, true],
    [{ to: '2021-03-30' }, false],
    [{}, true],
  ])('%j holds the whole of 2020-21: %p', (period, expected) => {
    expect(holdsYear(period, '2020-21')).toBe(expected);
  });
});
