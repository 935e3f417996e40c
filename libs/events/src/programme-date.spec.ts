import { describe, expect, it } from '@jest/globals';
import { readProgrammeDate } from './programme-date';

describe('the date of a programme', () => {
  it.each([
    ['Wednesday 22nd May 2024', '2024-05-22'],
    ['Monday 25 th November 2024', '2024-11-25'],
    ['Thursday 23 rd January 2025', '2025-01-23'],
    ['13th Nov 2024', '2024-11-13'],
    ['2026-11-22', '2026-11-22'],
    ['22/05/2024', '2024-05-22'],
    ['4/9/2024', '2024-09-04'],
    ['04.09.2024', '2024-09-04'],
    ['  weds,\u00a04 Sept 2024 ', '2024-09-04'],
    ['Wed. 22ⁿᵈ of May, 2024', '2024-05-22'],
    ['Sunday 2026-11-22', '2026-11-22'],
    ['29 February 2024', '2024-02-29'],
  ])("is forgiving in form: '%s' is %s", (text, localDate) => {
    expect(readProgrammeDate(text)).toEqual({ ok: true, localDate });
  });

  it('refuses a weekday that is not the day of its date, and says which day it is', () => {
    const reason = '30 June 2025 is a Monday, not a Wednesday. Check the day or the date.';
    expect(readProgrammeDate('Wednesday 30 th June 2025')).toMatchObject({ ok: false, reason });
    expect(readProgrammeDate('Wed 30/06/2025')).toMatchObject({ ok: false, reason });
  });

  it.each([
    ['31 June 2025', 'There is no 31 June 2025. Check the day and the month.'],
    ['29/02/2025', 'There is no 29 February 2025. Check the day and the month.'],
    ['2025-06-00', 'There is no 0 June 2025. Check the day and the month.'],
  ])("refuses a day that does not exist: '%s'", (text, reason) => {
    expect(readProgrammeDate(text)).toMatchObject({ ok: false, reason });
  });

  it('never takes the month for the day', () => {
    expect(readProgrammeDate('05/22/2024')).toMatchObject({
      ok: false,
      reason: 'There is no month 22. Write the day first, then the month, for example 22/05/2024.',
    });
  });

  it.each([
    ['', 'The date is missing. Write it like Wednesday 22 May 2024.'],
    ['Wednesday 22 May', 'The year is missing. Write the date like Wednesday 22 May 2024.'],
    ['22/05/24', 'Write the year with four digits, for example 2024.'],
    ['22 May 2204', 'The year 2204 is not between 2000 and 2099. Check the year.'],
  ])("never guesses what is missing: '%s'", (text, reason) => {
    expect(readProgrammeDate(text)).toMatchObject({ ok: false, reason });
  });

  it.each([
    'to be confirmed',
    '22 Smarch 2024',
    'Wodensday 22 May 2024',
    '45434',
    '22 May 2024 and 23 May 2024',
    '1/2-2024',
  ])("asks for a date it can read instead of '%s'", (text) => {
    const reason = 'This is not a date we can read. Write it like Wednesday 22 May 2024 or 22/05/2024.';
    expect(readProgrammeDate(text)).toMatchObject({ ok: false, reason });
  });

  it('asks which date is meant where day and date do not go together', () => {
    const reading = readProgrammeDate('Wednesday 30 th June 2025');
    expect(reading.ok ? [] : reading.answers?.map(({ text }) => text)).toEqual([
      'Monday 30 June 2025',
      'Wednesday 25 June 2025',
      'Wednesday 2 July 2025',
    ]);
  });
});
