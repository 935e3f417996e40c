import { describe, expect, it } from '@jest/globals';
import { londonInstant } from './london-time';
import {
  addWorkingDays,
  isWorkingDay,
  offerDeadline,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysRemain,
  workingHoursBetween,
} from './working-days';

function london(dateAndTime: string): Date {
  const [localDate = '', localTime = ''] = dateAndTime.split(' ');
  const reading = londonInstant(localDate, localTime);
  if (!reading.ok) throw new Error(`${dateAndTime}: ${reading.reason}`);
  return reading.instant;
}

function weekdaysOff(year: number): string[] {
  const days: string[] = [];
  for (let day = new Date(Date.UTC(year, 0, 1)); day.getUTCFullYear() === year;) {
    const localDate = day.toISOString().slice(0, 10);
    if (day.getUTCDay() % 6 !== 0 && !isWorkingDay(localDate, [])) days.push(localDate.slice(5));
    day = new Date(day.getTime() + 86_400_000);
  }
  return days;
}

describe('a working day', () => {
  it.each([
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  ])("is none of England's bank holidays in %i, substitute and one-off days included", (year, days) => {
    expect(weekdaysOff(year).join(' ')).toBe(days);
  });

  it('is never a Saturday or a Sunday', () => {
    expect(['2024-05-24', '2024-05-25', '2024-05-26'].map((day) => isWorkingDay(day, []))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('does not fall away for a holiday of Scotland', () => {
    expect(['2026-01-02', '2024-12-02', '2026-08-03'].every((day) => isWorkingDay(day, []))).toBe(true);
  });

  it('is not a closure day that staff keep', () => {
    expect(isWorkingDay('2024-05-22', ['2024-05-22'])).toBe(false);
  });

  it('refuses what is not a date', () => {
    expect(() => isWorkingDay('2025-06-31', [])).toThrow(RangeError);
  });
});

describe('n working days', () => {
  it('does not count the date they start from, and steps over weekends, bank holidays and closure days', () => {
    expect(addWorkingDays('2024-12-23', 1, [])).toBe('2024-12-24');
    expect(addWorkingDays('2024-12-24', 1, [])).toBe('2024-12-27');
    expect(addWorkingDays('2024-12-24', 1, ['2024-12-27'])).toBe('2024-12-30');
    expect(addWorkingDays('2024-05-25', 1, [])).toBe('2024-05-28');
    expect(addWorkingDays('2024-05-28', -2, [])).toBe('2024-05-23');
    expect(addWorkingDays('2024-05-25', 0, [])).toBe('2024-05-25');
    expect(() => addWorkingDays('2024-05-25', 1.5, [])).toThrow(RangeError);
  });

  it('before a date end at 17:00 in London on the nth working day before it, that date not counted', () => {
    expect(workingDaysBefore('2024-05-22', 1, [])).toEqual(london('2024-05-21 17:00'));
    expect(workingDaysBefore('2024-05-22', 5, [])).toEqual(london('2024-05-15 17:00'));
    expect(workingDaysBefore('2024-05-22', 5, ['2024-05-17'])).toEqual(london('2024-05-14 17:00'));
    expect(workingDaysBefore('2024-04-03', 3, [])).toEqual(london('2024-03-27 17:00'));
    expect(() => workingDaysBefore('2024-05-22', 0, [])).toThrow(RangeError);
  });

  it('before a date keep 17:00 across the clock change', () => {
    expect(workingDaysBefore('2026-03-30', 1, [])).toEqual(new Date('2026-03-27T17:00:00Z'));
    expect(workingDaysBefore('2026-03-31', 1, [])).toEqual(new Date('2026-03-30T16:00:00Z'));
  });

  it.each([
    ['2024-05-20 10:15', '2024-05-22 10:15'],
    ['2024-05-20 07:00', '2024-05-22 09:00'],
    ['2024-05-20 17:00', '2024-05-22 17:00'],
    ['2024-05-20 17:01', '2024-05-23 09:00'],
    ['2024-05-18 12:00', '2024-05-22 09:00'],
    ['2024-05-24 16:00', '2024-05-29 16:00'],
    ['2026-03-27 16:00', '2026-03-31 16:00'],
  ])('after %s, a time in or outside working hours, end at %s', (from, to) => {
    expect(workingDaysAfter(london(from), 2, [])).toEqual(london(to));
  });
});

describe('working hours', () => {
  it.each([
    ['2024-05-20 09:00', '2024-05-20 17:00', 8],
    ['2024-05-20 06:00', '2024-05-20 23:00', 8],
    ['2024-05-20 16:30', '2024-05-21 09:15', 0.75],
    ['2024-05-24 16:00', '2024-05-28 10:00', 2],
    ['2026-03-27 12:00', '2026-03-30 12:00', 8],
    ['2024-05-25 09:00', '2024-05-27 17:00', 0],
    ['2024-05-21 12:00', '2024-05-20 12:00', 0],
  ])('are 9:00 to 17:00 in London on working days: %s to %s has %d', (from, to, hours) => {
    expect(workingHoursBetween(london(from), london(to), [])).toBe(hours);
  });
});

describe('confirming a freed place at once', () => {
  const cutOff = workingDaysBefore('2024-05-22', 1, []);

  it('needs the whole number of working days of free cancellation to remain', () => {
    expect(workingDaysRemain(london('2024-05-17 09:00'), cutOff, 3, [])).toBe(true);
    expect(workingDaysRemain(london('2024-05-17 09:01'), cutOff, 3, [])).toBe(false);
    expect(workingDaysRemain(london('2024-05-16 20:00'), cutOff, 3, [])).toBe(true);
    expect(workingDaysRemain(london('2024-05-16 20:00'), cutOff, 3, ['2024-05-20'])).toBe(false);
  });

  it('never happens once free cancellation has ended', () => {
    expect(workingDaysRemain(cutOff, cutOff, 0, [])).toBe(true);
    expect(workingDaysRemain(london('2024-05-21 17:01'), cutOff, 0, [])).toBe(false);
  });
});

describe('an offer', () => {
  // A Thursday.
  const start = london('2024-06-06 09:30');

  it('runs 2 working days', () => {
    expect(offerDeadline(london('2024-05-20 10:15'), start, [])).toEqual(london('2024-05-22 10:15'));
    expect(offerDeadline(london('2024-05-24 10:15'), start, [])).toEqual(london('2024-05-29 10:15'));
    expect(offerDeadline(london('2024-05-20 10:15'), start, ['2024-05-21'])).toEqual(london('2024-05-23 10:15'));
  });

  it('ends at 12:00 on the last working day before the event at the latest', () => {
    expect(offerDeadline(london('2024-06-03 12:00'), start, [])).toEqual(london('2024-06-05 12:00'));
    expect(offerDeadline(london('2024-06-03 12:01'), start, [])).toEqual(london('2024-06-05 12:00'));
    expect(offerDeadline(london('2024-06-04 16:00'), start, ['2024-06-05'])).toBeNull();
    expect(offerDeadline(london('2024-05-23 16:00'), london('2024-05-28 09:30'), [])).toEqual(
      london('2024-05-24 12:00'),
    );
  });

  it('counts the last working day from the London date of the first session', () => {
    expect(offerDeadline(london('2024-06-03 12:01'), london('2024-06-06 00:30'), [])).toEqual(
      london('2024-06-05 12:00'),
    );
  });

  it('is not opened with less than 4 working hours to run', () => {
    expect(offerDeadline(london('2024-06-04 16:00'), start, [])).toEqual(london('2024-06-05 12:00'));
    expect(offerDeadline(london('2024-06-04 16:01'), start, [])).toBeNull();
    expect(offerDeadline(london('2024-06-05 08:00'), start, [])).toBeNull();
    expect(offerDeadline(london('2024-06-05 13:00'), start, [])).toBeNull();
    expect(offerDeadline(london('2024-06-06 10:00'), start, [])).toBeNull();
  });
});
