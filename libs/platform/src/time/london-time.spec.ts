import { describe, expect, it } from '@jest/globals';
import {
  dateInWords,
  isLocalDate,
  isPartnershipYear,
  londonDate,
  londonInstant,
  londonTime,
  partnershipYear,
  partnershipYearRange,
  shortWhen,
  startOfLondonDay,
  timeInWords,
  whenInWords,
} from './london-time';

describe('a London date and time', () => {
  it.each([
    ['2026-03-27', '2026-03-27T09:30:00.000Z'],
    ['2026-03-30', '2026-03-30T08:30:00.000Z'],
    ['2026-10-23', '2026-10-23T08:30:00.000Z'],
    ['2026-10-26', '2026-10-26T09:30:00.000Z'],
  ])('keeps 09:30 at 09:30 on either side of a clock change: %s is %s', (localDate, utc) => {
    const instant = new Date(utc);
    expect(londonInstant(localDate, '09:30')).toEqual({ ok: true, instant });
    expect([londonDate(instant), londonTime(instant)]).toEqual([localDate, '09:30']);
  });

  it.each(['01:00', '01:30', '01:59'])('refuses %s on 2026-03-29, which the clocks skip', (localTime) => {
    expect(londonInstant('2026-03-29', localTime)).toEqual({ ok: false, reason: 'does-not-exist' });
  });

  it('offers both instants of 01:30 on 2026-10-25, summer time first', () => {
    expect(londonInstant('2026-10-25', '01:30')).toEqual({
      ok: false,
      reason: 'happens-twice',
      candidates: [new Date('2026-10-25T00:30:00Z'), new Date('2026-10-25T01:30:00Z')],
    });
  });

  it.each([
    ['2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '00:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
  ])('takes the minutes beside the hour that changes: %s %s', (localDate, localTime, utc) => {
    expect(londonInstant(localDate, localTime)).toEqual({ ok: true, instant: new Date(utc) });
  });

  it.each(['2025-02-29', '2025-06-31', '2025-13-01', '22/05/2024', '2024-5-2', '2024-05-22T09:30', ''])(
    "refuses '%s' as a date",
    (text) => {
      expect(londonInstant(text, '09:30')).toEqual({ ok: false, reason: 'not-a-date' });
      expect(isLocalDate(text)).toBe(false);
      expect(() => dateInWords(text)).toThrow(RangeError);
    },
  );

  it.each(['24:00', '9:30', '09:60', '9.30', '09:30:00', ''])("refuses '%s' as a time", (text) => {
    expect(londonInstant('2024-05-22', text)).toEqual({ ok: false, reason: 'not-a-time' });
    expect(() => timeInWords(text)).toThrow(RangeError);
  });

  it('is the London date of an instant, also where UTC is still on the day before', () => {
    expect(londonDate(new Date('2024-05-21T23:30:00Z'))).toBe('2024-05-22');
    expect(londonTime(new Date('2024-05-21T23:30:00Z'))).toBe('00:30');
  });

  it('never makes words or dates of an invalid Date', () => {
    expect(() => londonDate(new Date(''))).toThrow(RangeError);
    expect(() => shortWhen(new Date(''))).toThrow(RangeError);
  });

  it.each([
    ['2024-05-22', '2024-05-21T23:00:00.000Z'],
    ['2026-03-29', '2026-03-29T00:00:00.000Z'],
    ['2026-10-25', '2026-10-24T23:00:00.000Z'],
  ])('begins the day %s at 00:00 in London', (localDate, utc) => {
    expect(startOfLondonDay(localDate)).toEqual(new Date(utc));
    expect(startOfLondonDay(new Date(`${localDate}T22:59:59Z`))).toEqual(new Date(utc));
  });
});

describe('words for dates and times', () => {
  const start = new Date('2024-05-22T08:30:00Z');

  it('writes the date with its weekday, from an instant or a London date', () => {
    expect(dateInWords(start)).toBe('Wednesday 22 May 2024');
    expect(dateInWords('2025-06-30')).toBe('Monday 30 June 2025');
  });

  it.each([
    ['09:30', '9:30am'],
    ['09:00', '9am'],
    ['12:00', '12pm'],
    ['12:05', '12:05pm'],
    ['00:00', '12am'],
    ['23:59', '11:59pm'],
  ])('writes %s as %s', (localTime, words) => {
    expect(timeInWords(localTime)).toBe(words);
    expect(timeInWords(new Date(`2024-01-10T${localTime}:00Z`))).toBe(words);
  });

  it('writes the date once where start and end are on one London day', () => {
    expect(whenInWords(start, new Date('2024-05-22T11:30:00Z'))).toBe('Wednesday 22 May 2024, 9:30am to 12:30pm');
  });

  it('writes both dates where they are on two London days', () => {
    expect(whenInWords(start, new Date('2024-05-22T23:30:00Z'))).toBe(
      'Wednesday 22 May 2024, 9:30am to Thursday 23 May 2024, 12:30am',
    );
  });

  it('shortens weekday and month to three letters, September too', () => {
    expect(shortWhen(start)).toBe('Wed 22 May, 9:30am');
    expect(shortWhen(new Date('2024-09-04T08:30:00Z'))).toBe('Wed 4 Sep, 9:30am');
  });
});

describe('the partnership year', () => {
  it('runs from April to March, as London counts days', () => {
    expect(partnershipYear('2020-04-01')).toBe('2020-21');
    expect(partnershipYear('2021-03-31')).toBe('2020-21');
    expect(partnershipYear(new Date('2021-03-31T22:59:59Z'))).toBe('2020-21');
    expect(partnershipYear(new Date('2021-03-31T23:00:00Z'))).toBe('2021-22');
    expect(partnershipYear('1999-12-31')).toBe('1999-00');
  });

  it('has a first and a last day, both inside it', () => {
    expect(partnershipYearRange('2020-21')).toEqual({ from: '2020-04-01', to: '2021-03-31' });
    expect(partnershipYearRange('1999-00')).toEqual({ from: '1999-04-01', to: '2000-03-31' });
  });

  it.each(['2020-22', '2020', '2020/21', '2020-2021', ''])("is not named by '%s'", (text) => {
    expect(isPartnershipYear(text)).toBe(false);
    expect(() => partnershipYearRange(text)).toThrow(RangeError);
  });
});
