import { describe, expect, it } from '@jest/globals';
import type { DayView } from '@roundtable/contracts';
import { sessionsAt, sessionsMoved } from './copy-rules';
import { turnAfter, turnsOf, whySkipped } from './repetition-rules';

describe('the turns of a repetition', () => {
  it('keep the weekday every week and every fortnight', () => {
    expect(turnsOf('2026-10-14', 'week', '2026-11-10')).toEqual(['2026-10-21', '2026-10-28', '2026-11-04']);
    expect(turnsOf('2026-10-14', 'fortnight', '2026-11-11')).toEqual(['2026-10-28', '2026-11-11']);
  });

  it('keep the weekday and its place in the month every month', () => {
    expect([1, 2, 3].map((n) => turnAfter('2026-10-13', 'month', n))).toEqual([
      '2026-11-10',
      '2026-12-08',
      '2027-01-12',
    ]);
  });

  it('take the last one where a month has no fifth', () => {
    expect([1, 2].map((n) => turnAfter('2026-09-30', 'month', n))).toEqual(['2026-10-28', '2026-11-25']);
  });
});

describe('sessions that are held again', () => {
  const morning = { startsAt: new Date('2026-03-18T09:30:00Z'), endsAt: new Date('2026-03-18T12:30:00Z') };

  it('stay at their London time when the clocks go forward and back', () => {
    expect(sessionsMoved([morning], 14)[0]?.startsAt).toEqual(new Date('2026-04-01T08:30:00Z'));
    expect(sessionsMoved([morning], 224)[0]?.startsAt).toEqual(new Date('2026-10-28T09:30:00Z'));
  });

  it('keep their distance in days and hours where the first is given a new start', () => {
    const next = { startsAt: new Date('2026-03-25T13:00:00Z'), endsAt: new Date('2026-03-25T15:00:00Z') };
    expect(sessionsAt([morning, next], new Date('2026-06-03T09:00:00Z'))).toEqual([
      { startsAt: new Date('2026-06-03T09:00:00Z'), endsAt: new Date('2026-06-03T12:00:00Z') },
      { startsAt: new Date('2026-06-10T12:30:00Z'), endsAt: new Date('2026-06-10T14:30:00Z') },
    ]);
  });
});

describe('a day on which nothing is held', () => {
  const day = (...notes: DayView['notes']): DayView => ({ date: '', words: '', isWorkingDay: false, notes });

  it('is a bank holiday or a closure day, always', () => {
    expect(whySkipped([day({ kind: 'bank-holiday', name: 'Christmas Day' })], false)).toBe(
      'Bank holiday: Christmas Day',
    );
    expect(whySkipped([day(), day({ kind: 'closure-day', name: 'Office move' })], false)).toBe('Closed: Office move');
  });

  it('is one of the school holidays only where asked', () => {
    const halfTerm = day({ kind: 'school-holiday', name: 'Half term' });
    expect(whySkipped([halfTerm], false)).toBeNull();
    expect(whySkipped([halfTerm], true)).toBe('School holidays: Half term');
  });
});
