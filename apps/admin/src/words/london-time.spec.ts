import { describe, expect, it } from '@jest/globals';
import { fromLondon, londonDateAfter, momentInWords, spanInWords, timeInWords, toLondon } from './london-time';

describe('London time', () => {
  it('reads a typed time in summer an hour ahead of UTC, and in winter the same', () => {
    expect(fromLondon({ date: '2024-05-22', time: '09:30' })).toBe('2024-05-22T08:30:00.000Z');
    expect(fromLondon({ date: '2024-01-22', time: '09:30' })).toBe('2024-01-22T09:30:00.000Z');
  });

  it('refuses the hour that is skipped in spring', () => {
    expect(fromLondon({ date: '2027-03-28', time: '01:30' })).toBeNull();
    expect(fromLondon({ date: '2027-03-28', time: '02:00' })).toBe('2027-03-28T01:00:00.000Z');
  });

  it('takes the first of the two hours in autumn', () => {
    expect(fromLondon({ date: '2026-10-25', time: '01:30' })).toBe('2026-10-25T00:30:00.000Z');
  });

  it('refuses a day that does not exist', () => {
    expect(fromLondon({ date: '2026-02-31', time: '09:30' })).toBeNull();
    expect(fromLondon({ date: '', time: '' })).toBeNull();
  });

  it('gives back what was typed', () => {
    expect(toLondon('2024-05-22T08:30:00.000Z')).toEqual({ date: '2024-05-22', time: '09:30' });
  });

  it('says a moment in words', () => {
    expect(momentInWords('2024-05-22T08:30:00Z')).toBe('Wed 22 May 2024, 9:30am');
    expect(momentInWords('2024-09-04T13:00:00Z')).toBe('Wed 4 Sep 2024, 2pm');
    expect(timeInWords('2024-05-22T11:00:00Z')).toBe('midday');
    expect(timeInWords('2024-05-22T11:05:00Z')).toBe('12:05pm');
    expect(timeInWords('2024-05-21T23:00:00Z')).toBe('midnight');
  });

  it('names both days only where they differ', () => {
    expect(spanInWords('2024-05-22T08:30:00Z', '2024-05-22T11:30:00Z')).toBe('Wed 22 May 2024, 9:30am to 12:30pm');
    expect(spanInWords('2024-05-22T08:30:00Z', '2024-05-23T11:30:00Z')).toBe(
      'Wed 22 May 2024, 9:30am to Thu 23 May 2024, 12:30pm',
    );
  });

  it('counts days by London dates', () => {
    expect(londonDateAfter(new Date('2024-05-21T23:30:00Z'), 21)).toBe('2024-06-12');
  });
});
