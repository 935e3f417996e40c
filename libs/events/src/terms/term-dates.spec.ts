import { describe, expect, it } from '@jest/globals';
import { type WithTerms, termDatesOf, whyClosed } from './term-dates';

const at = (startsAt: string, more: Partial<WithTerms> = {}): WithTerms => ({
  startsAt: new Date(startsAt),
  bookingOpensAt: null,
  bookingClosesAt: null,
  bookingClosesWorkingDays: null,
  freeCancellationWorkingDays: null,
  ...more,
});
const freeUntil = (event: WithTerms, closureDays: string[] = []) =>
  termDatesOf(event, null, closureDays).freeCancellationUntil?.toISOString();

describe('until when cancelling is free', () => {
  it.each([
    ['an ordinary week', '2024-05-22T08:30:00Z', '2024-05-15T16:00:00.000Z'],
    ['Easter, with Good Friday and Easter Monday', '2024-04-03T08:30:00Z', '2024-03-25T17:00:00.000Z'],
    ['Christmas and New Year', '2025-01-03T09:30:00Z', '2024-12-24T17:00:00.000Z'],
    ['the early May bank holiday', '2024-05-08T08:30:00Z', '2024-04-30T16:00:00.000Z'],
    ['the clocks going forward', '2026-03-31T08:30:00Z', '2026-03-24T17:00:00.000Z'],
    ['the clocks going back', '2026-10-28T09:30:00Z', '2026-10-21T16:00:00.000Z'],
  ])('is 5pm on the 5th working day before, over %s', (_, startsAt, until) => {
    expect(freeUntil(at(startsAt))).toBe(until);
  });

  it('steps over the days on which the partnership is closed', () => {
    expect(freeUntil(at('2024-05-22T08:30:00Z'), ['2024-05-17'])).toBe('2024-05-14T16:00:00.000Z');
    expect(freeUntil(at('2025-01-08T09:30:00Z'), ['2024-12-30', '2024-12-31'])).toBe('2024-12-27T17:00:00.000Z');
  });

  it("is the event's own, else the course's, else the default; 0 is until the start", () => {
    const event = at('2024-05-22T08:30:00Z', { freeCancellationWorkingDays: 2 });
    const course = { freeCancellationWorkingDays: 10 };
    expect(termDatesOf(event, course, []).freeCancellationUntil).toEqual(new Date('2024-05-20T16:00:00Z'));
    expect(termDatesOf(at('2024-05-22T08:30:00Z'), course, []).freeCancellationUntil).toEqual(
      new Date('2024-05-08T16:00:00Z'),
    );
    expect(freeUntil({ ...event, freeCancellationWorkingDays: 0 })).toBe('2024-05-22T08:30:00.000Z');
  });

  it('is not known while there is no date', () => {
    expect(termDatesOf({ ...at('2024-05-22T08:30:00Z'), startsAt: null }, null, []).freeCancellationUntil).toBeNull();
  });
});

describe('the booking window', () => {
  const closesOf = (event: WithTerms) => termDatesOf(event, null, []).bookingClosesAt?.toISOString();

  it('closes so many working days before, or at an instant, and never after the start', () => {
    expect(closesOf(at('2024-05-22T08:30:00Z', { bookingClosesWorkingDays: 3 }))).toBe('2024-05-17T16:00:00.000Z');
    const fixed = { bookingClosesAt: new Date('2024-05-20T11:00:00Z') };
    expect(closesOf(at('2024-05-22T08:30:00Z', fixed))).toBe('2024-05-20T11:00:00.000Z');
    expect(closesOf(at('2024-05-15T08:30:00Z', fixed))).toBe('2024-05-15T08:30:00.000Z');
  });

  const event = { status: 'published' as const, startsAt: new Date('2024-05-22T08:30:00Z'), period: null };
  const opensAndCloses = {
    bookingOpensAt: new Date('2024-05-13T08:00:00Z'),
    bookingClosesAt: new Date('2024-05-17T16:00:00Z'),
  };
  const why = (more: Partial<typeof event> | { startsAt: null }, now: string) =>
    whyClosed({ ...event, ...more }, opensAndCloses, new Date(now));

  it.each([
    ['2024-05-13T07:59:59Z', 'Booking opens on Monday 13 May 2024, 9am.'],
    ['2024-05-13T08:00:00Z', undefined],
    ['2024-05-17T15:59:59Z', undefined],
    ['2024-05-17T16:00:00Z', 'Booking closed on Friday 17 May 2024, 5pm.'],
    ['2024-05-22T08:30:00Z', 'It has started already.'],
  ])('at %s says: %s', (now, because) => {
    expect(why({}, now)?.because).toBe(because);
  });

  it('takes nobody while the date is to be confirmed', () => {
    expect(why({ startsAt: null }, '2024-05-14T08:00:00Z')?.reason).toBe('date-to-be-confirmed');
  });
});
