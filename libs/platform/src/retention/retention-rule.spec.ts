import { describe, expect, it } from '@jest/globals';
import { batchOf, periodStart } from './retention-rule';

describe('a period', () => {
  it.each([
    ['in days, at the same London time', 'days', 90, '2026-05-01T08:00:00Z', '2026-01-31T09:00:00Z'],
    ['in months, clamped to the month’s end', 'months', 1, '2026-03-31T12:00:00Z', '2026-02-28T13:00:00Z'],
    ['in months over years', 'months', 72, '2026-07-10T11:00:00Z', '2020-07-10T11:00:00Z'],
  ] as const)('starts %s', (_, unit, period, now, start) => {
    expect(periodStart(new Date(now), unit, period)).toEqual(new Date(start));
  });
});

describe('a batch', () => {
  const row = (id: string) => ({ id, reference: id, belongsTo: [] });

  it('says where to go on while it is full', () => {
    expect(batchOf([row('a'), row('b')], 2).next).toBe('b');
    expect(batchOf([row('a')], 2).next).toBeNull();
  });
});
