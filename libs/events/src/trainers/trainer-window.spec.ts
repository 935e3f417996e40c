import { describe, expect, it } from '@jest/globals';
import { isOpenAt, trainerWindow } from './trainer-window';

describe('the time in which a mailed link opens an event to a trainer', () => {
  it('runs from the second working day before until the second working day after, over a weekend and a bank holiday', () => {
    // Tuesday 26 May 2026 follows the spring bank holiday on Monday.
    const window = trainerWindow(new Date('2026-05-26T08:30:00Z'), new Date('2026-05-28T11:30:00Z'), []);
    expect(window.from).toEqual(new Date('2026-05-21T16:00:00Z'));
    expect(window.until).toEqual(new Date('2026-06-01T16:00:00Z'));
  });

  it('keeps London time in winter, and leaves out closure days', () => {
    const day = ['2026-01-14T09:30:00Z', '2026-01-14T12:30:00Z'].map((text) => new Date(text)) as [Date, Date];
    expect(trainerWindow(...day, [])).toEqual({
      from: new Date('2026-01-12T17:00:00Z'),
      until: new Date('2026-01-16T17:00:00Z'),
    });
    expect(trainerWindow(...day, ['2026-01-13', '2026-01-16'])).toEqual({
      from: new Date('2026-01-09T17:00:00Z'),
      until: new Date('2026-01-19T17:00:00Z'),
    });
  });

  it.each([
    ['Easter', '2026-04-08 08:30', [], '2026-04-02 16:00', '2026-04-10 16:00'],
    ['the days before Easter', '2026-04-01 08:30', [], '2026-03-30 16:00', '2026-04-07 16:00'],
    ['Christmas, with its substitute day', '2026-12-24 09:30', [], '2026-12-22 17:00', '2026-12-30 17:00'],
    ['New Year', '2027-01-05 09:30', [], '2026-12-31 17:00', '2027-01-07 17:00'],
    ['a day proclaimed late', '2026-05-15 08:30', ['2026-05-14'], '2026-05-12 16:00', '2026-05-19 16:00'],
    ['the clocks going forward', '2026-03-31 08:30', [], '2026-03-27 17:00', '2026-04-02 16:00'],
    ['the clocks going back', '2026-10-27 09:30', [], '2026-10-23 16:00', '2026-10-29 17:00'],
  ])('over %s is from and until 17:00 in London', (_, start, closureDays, from, until) => {
    const startsAt = new Date(`${start.replace(' ', 'T')}Z`);
    const window = trainerWindow(startsAt, new Date(startsAt.getTime() + 3 * 3600_000), closureDays);
    const inUtc = (instant: Date) => instant.toISOString().slice(0, 16).replace('T', ' ');
    expect([inUtc(window.from), inUtc(window.until)]).toEqual([from, until]);
  });

  it('is open from its first moment and shut at its last', () => {
    const window = { from: new Date('2026-01-12T17:00:00Z'), until: new Date('2026-01-16T17:00:00Z') };
    expect([-1, 0, 1].map((ms) => isOpenAt(window, new Date(window.from.getTime() + ms)))).toEqual([false, true, true]);
    expect([-1, 0].map((ms) => isOpenAt(window, new Date(window.until.getTime() + ms)))).toEqual([true, false]);
  });
});
