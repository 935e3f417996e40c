import { describe, expect, it } from '@jest/globals';
import { termDatesOf } from '@roundtable/events';
import { offerDeadline } from '@roundtable/platform';
import { remindedAt, unansweredAt } from './approval/approval-rules';
import { completeBy, freeCancellationUntil, promotionOf } from './booking-rules';
import { releasedAt, reminderDue } from './provisional/provisional-rules';
import { daysOffFor } from './working-time-rules';

/** Thursday 14 May 2026, as if a bank holiday had been proclaimed after the list of them was made. */
const PROCLAIMED = ['2026-05-14'];
const days = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => new Date(Date.parse(`${from}T00:00:00Z`) + n * 86_400_000)).map((day) =>
    day.toISOString().slice(0, 10),
  );
const EASTER_HOLIDAYS = days('2026-03-30', 12);
const CHRISTMAS_HOLIDAYS = days('2026-12-21', 14);
const utc = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00Z`);
const inUtc = (instant: Date | null): string | null => instant && instant.toISOString().slice(0, 16).replace('T', ' ');

const TERMS = { bookingOpensAt: null, bookingClosesAt: null };

describe('what counts back from an event, as instants in UTC', () => {
  it.each([
    ['Easter', '2026-04-08 08:30', [], '2026-03-30 16:00', '2026-04-02 16:00', '2026-04-01 16:00'],
    [
      'Christmas, with its substitute day',
      '2027-01-05 09:30',
      [],
      '2026-12-24 17:00',
      '2026-12-31 17:00',
      '2026-12-30 17:00',
    ],
    ['Christmas 2027, with both', '2027-12-31 09:30', [], '2027-12-22 17:00', '2027-12-29 17:00', '2027-12-24 17:00'],
    [
      'a day proclaimed late',
      '2026-05-15 08:30',
      PROCLAIMED,
      '2026-05-07 16:00',
      '2026-05-12 16:00',
      '2026-05-11 16:00',
    ],
    ['the clocks going forward', '2026-03-31 08:30', [], '2026-03-24 17:00', '2026-03-27 17:00', '2026-03-26 17:00'],
    ['the clocks going back', '2026-10-27 09:30', [], '2026-10-20 16:00', '2026-10-23 16:00', '2026-10-22 16:00'],
  ])('%s', (_, start, closureDays, free, closes, complete) => {
    const startsAt = utc(start);
    const event = { startsAt, ...TERMS, bookingClosesWorkingDays: 2, freeCancellationWorkingDays: null };
    const dates = termDatesOf(event, { freeCancellationWorkingDays: null }, closureDays);
    expect([inUtc(dates.freeCancellationUntil), inUtc(dates.bookingClosesAt)]).toEqual([free, closes]);
    expect(inUtc(completeBy(startsAt, closureDays))).toBe(complete);
  });
});

describe('an approval that nobody answers', () => {
  it.each([
    ['Easter', '2026-04-01 09:00', ['police'], [], '2026-04-08 09:00', '2026-04-10 09:00'],
    ['Easter in a school', '2026-04-01 09:00', ['academy', 'education'], [], '2026-04-16 08:00', '2026-04-20 08:00'],
    ['Christmas', '2026-12-23 10:00', ['police'], [], '2026-12-30 10:00', '2027-01-04 10:00'],
    ['Christmas in a school', '2026-12-18 10:00', ['education'], [], '2027-01-06 10:00', '2027-01-08 10:00'],
    ['a day proclaimed late', '2026-05-12 09:00', ['police'], PROCLAIMED, '2026-05-18 09:00', '2026-05-20 09:00'],
    ['the clocks going forward', '2026-03-26 10:00', ['police'], [], '2026-03-31 09:00', '2026-04-02 09:00'],
    ['the clocks going back', '2026-10-22 09:00', ['police'], [], '2026-10-27 10:00', '2026-10-29 10:00'],
  ])(
    'over %s is recalled after 3 working days and given up on after 5',
    (_, asked, sectors, closed, recalled, given) => {
      const daysOff = daysOffFor(sectors, closed, [...EASTER_HOLIDAYS, ...CHRISTMAS_HOLIDAYS]);
      expect([inUtc(remindedAt(utc(asked), daysOff)), inUtc(unansweredAt(utc(asked), daysOff))]).toEqual([
        recalled,
        given,
      ]);
    },
  );
});

describe('an offer', () => {
  const FAR = '2027-02-25 09:30';
  it.each([
    ['runs over Easter', '2026-04-02 09:00', FAR, [], '2026-04-08 09:00'],
    [
      'ends before the holiday that comes before the event',
      '2026-04-01 14:00',
      '2026-04-07 08:30',
      [],
      '2026-04-02 11:00',
    ],
    ['needs 4 working hours before it', '2026-04-02 09:00', '2026-04-07 08:30', [], null],
    ['ends at 12:00 on the Tuesday after Easter', '2026-04-02 09:00', '2026-04-08 08:30', [], '2026-04-07 11:00'],
    ['runs over Christmas', '2026-12-24 10:00', FAR, [], '2026-12-30 10:00'],
    ['ends on Christmas Eve, 4 working hours on', '2026-12-23 16:00', '2026-12-29 09:30', [], '2026-12-24 12:00'],
    ['is not opened a minute later', '2026-12-23 16:01', '2026-12-29 09:30', [], null],
    ['stops on a day proclaimed late', '2026-05-13 09:00', FAR, PROCLAIMED, '2026-05-18 09:00'],
    [
      'ends the day before a day proclaimed late',
      '2026-05-12 09:00',
      '2026-05-15 08:30',
      PROCLAIMED,
      '2026-05-13 11:00',
    ],
    ['keeps its London time as the clocks go forward', '2026-03-27 16:00', FAR, [], '2026-03-31 15:00'],
    ['keeps its London time as the clocks go back', '2026-10-23 15:00', FAR, [], '2026-10-27 16:00'],
  ])('%s', (_, now, start, closureDays, until) => {
    expect(inUtc(offerDeadline(utc(now), utc(start), closureDays))).toBe(until);
  });

  it('to a school stops in its holidays, and still ends by the last working day of the partnership', () => {
    const own = daysOffFor(['education'], [], EASTER_HOLIDAYS);
    expect(inUtc(offerDeadline(utc('2026-03-27 10:00'), utc(FAR), [], own))).toBe('2026-04-14 09:00');
    expect(inUtc(offerDeadline(utc('2026-03-27 10:00'), utc('2026-04-08 08:30'), [], own))).toBe('2026-04-07 11:00');
    expect(offerDeadline(utc('2026-03-30 10:00'), utc('2026-04-08 08:30'), [], own)).toBeNull();
  });

  it('is made where fewer than 3 working days of free cancellation remain, holidays not counted', () => {
    const cutOff = utc('2027-01-04 17:00');
    const terms = { cutOff, ownDaysOff: [] };
    const as = (now: string) => promotionOf('by-time', utc(now), utc(FAR), [], terms).as;
    expect([as('2026-12-30 09:00'), as('2026-12-30 09:01')]).toEqual(['confirmed', 'offered']);
  });
});

describe('a place that came off the line', () => {
  it.each([
    ['Easter', '2026-04-02 09:00', [], '2026-04-08 22:59'],
    ['Christmas', '2026-12-24 10:00', [], '2026-12-30 23:59'],
    ['a day proclaimed late', '2026-05-13 09:00', PROCLAIMED, '2026-05-18 22:59'],
    ['the clocks going forward', '2026-03-27 10:00', [], '2026-03-31 22:59'],
    ['the clocks going back', '2026-10-23 10:00', [], '2026-10-27 23:59'],
  ])('over %s may be given back free of charge until the end of the second working day', (_, at, closed, until) => {
    expect(inUtc(freeCancellationUntil(utc('2026-01-01 17:00'), utc(at), closed))).toBe(until);
  });
});

describe('what must be completed first', () => {
  it.each([
    ['Easter', '2026-04-15 08:30', '2026-04-01 08:30', '2026-04-08 08:30'],
    ['the clocks going forward', '2026-04-02 08:30', '2026-03-19 09:30', '2026-03-26 09:30'],
    ['the clocks going back', '2026-10-29 09:30', '2026-10-15 08:30', '2026-10-22 08:30'],
  ])('is recalled at the same London time 14 and 7 days before, over %s', (_, start, fourteen, seven) => {
    const due = (at: string, ms = 0) =>
      reminderDue(new Date(utc(at).getTime() + ms), utc(start), completeBy(utc(start), []));
    expect([due(fourteen, -1), due(fourteen), due(seven, -1), due(seven)]).toEqual([null, '14', '14', '7']);
  });

  it.each([
    ['Easter', '2026-04-08 08:30', [], '2026-04-07 16:00'],
    ['Christmas', '2027-01-05 09:30', [], '2027-01-04 17:00'],
    ['a day proclaimed late', '2026-05-15 08:30', PROCLAIMED, '2026-05-13 16:00'],
  ])('is given 2 working days of notice before a place is released, over %s', (_, start, closed, released) => {
    expect(inUtc(releasedAt(completeBy(utc(start), closed), closed))).toBe(released);
  });
});
