import { describe, expect, it } from '@jest/globals';
import { clockInWords, dateInWords, monthAfter, monthInWords, weeksOf } from './calendar-days';

describe('the days of a calendar', () => {
  it('stand in weeks from Monday', () => {
    const weeks = weeksOf('2026-05');
    expect(weeks).toHaveLength(5);
    expect(weeks[0]).toEqual([null, null, null, null, '2026-05-01', '2026-05-02', '2026-05-03']);
    expect(weeks[4]?.at(-1)).toBe('2026-05-31');
    expect(weeksOf('2027-02')).toHaveLength(4);
  });

  it('go from one year into the next', () => {
    expect([monthAfter('2026-12', 1), monthAfter('2027-01', -1)]).toEqual(['2027-01', '2026-12']);
  });

  it('are said in words', () => {
    expect([monthInWords('2026-05'), dateInWords('2026-05-20'), clockInWords('12:00'), clockInWords('09:30')]).toEqual([
      'May 2026',
      'Wednesday 20 May',
      '12pm',
      '9:30am',
    ]);
  });
});
