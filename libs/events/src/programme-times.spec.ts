import { describe, expect, it } from '@jest/globals';
import { readProgrammeTimes } from './programme-times';

describe('the times of a programme', () => {
  it.each([
    ['9.30 – 12.00', '09:30', '12:00'],
    ['10.00am- 11.30am', '10:00', '11:30'],
    ['10am-12pm', '10:00', '12:00'],
    ['9:30am – 11am', '09:30', '11:00'],
    ['9.15am- 12.30pm', '09:15', '12:30'],
    ['09:30-12:30', '09:30', '12:30'],
    ['0930 - 1630', '09:30', '16:30'],
    ['9.30 a.m. to 4.30 p.m.', '09:30', '16:30'],
    ['10 AM until 12 noon', '10:00', '12:00'],
    ['midday—1pm', '12:00', '13:00'],
    ['13:30-15:30pm', '13:30', '15:30'],
    ['01:30-03:30', '01:30', '03:30'],
  ])("is forgiving in form: '%s' is %s to %s", (text, start, end) => {
    expect(readProgrammeTimes(text)).toEqual({ ok: true, start, end });
  });

  it.each([
    ['1-3pm', '13:00', '15:00'],
    ['01.30-3.30pm', '13:30', '15:30'],
    ['10-12pm', '10:00', '12:00'],
    ['9.30-4.30pm', '09:30', '16:30'],
    ['12.30-2pm', '12:30', '14:00'],
    ['9-11.30am', '09:00', '11:30'],
  ])("lets a pm after the end count for the start where only one reading is sensible: '%s'", (text, start, end) => {
    expect(readProgrammeTimes(text)).toEqual({ ok: true, start, end });
  });

  it.each([
    ['9.30-12.30 am', '12.30am is half past midnight, before the start at 9.30. Is it 12.30pm?'],
    ['7pm-12am', '12am is midnight, before the start at 7pm. Check both times.'],
    ['9.30-4.00', 'The end, 4.00, is before the start, 9.30. Is it 4.00pm?'],
    ['2pm-1pm', 'The end, 1pm, is before the start, 2pm. Check both times.'],
    ['10am-10.00', 'The end is the same as the start. Check both times.'],
    ['12.30am-2pm', '12.30am is half past midnight. Is it 12.30pm?'],
  ])("refuses an end that is not after the start, and asks: '%s'", (text, reason) => {
    expect(readProgrammeTimes(text)).toMatchObject({ ok: false, reason });
  });

  it.each([
    ['1.30 - 3.30', 'It is not clear whether 1.30 is am or pm. Write 1.30am or 1.30pm.'],
    ['9-11pm', 'It is not clear whether 9 is am or pm. Write 9am or 9pm.'],
    ['6am-7', 'It is not clear whether 7 is am or pm. Write 7am or 7pm.'],
    ['2', 'It is not clear whether 2 is am or pm. Write 2am or 2pm.'],
  ])("never guesses between morning and afternoon: '%s'", (text, reason) => {
    expect(readProgrammeTimes(text)).toMatchObject({ ok: false, reason });
  });

  it('keeps a start without an end, and asks when it ends', () => {
    const reason = 'The end time is missing. When does it end? Write both, for example 9:30am to 12:30pm.';
    expect(readProgrammeTimes('9:30am')).toEqual({ ok: false, start: '09:30', reason });
    expect(readProgrammeTimes('9:30am -')).toEqual({ ok: false, start: '09:30', reason });
  });

  it('asks for times where there are none', () => {
    const reason = 'The time is missing. Add a start and an end, for example 9:30am to 12:30pm.';
    expect(readProgrammeTimes(' ')).toMatchObject({ ok: false, reason });
  });

  it.each(['tbc', '25.00-26.00', '9.75-11', '13am-2pm', '9-10-11', '9.30-12.30 and 1.30-3.30', '- 12.30', '24:00'])(
    "asks for a time it can read instead of '%s'",
    (text) => {
      const reason = 'This is not a time we can read. Write a start and an end, for example 9:30am to 12:30pm.';
      expect(readProgrammeTimes(text)).toMatchObject({ ok: false, reason });
    },
  );

  it.each([
    ['9.30-12.30 am', ['9:30am to 12:30pm']],
    ['1.30 - 3.30', ['1:30pm to 3:30pm']],
    ['9-11pm', ['9pm to 11pm', '9am to 11am']],
    ['9.30-4.00', ['9:30am to 4pm']],
    ['09:30-09:30', undefined],
  ])("asks what '%s' means, and each answer can be read", (text, answers) => {
    const reading = readProgrammeTimes(text);
    expect(reading.ok ? [] : reading.answers?.map(({ label }) => label)).toEqual(answers);
    for (const answer of reading.ok ? [] : (reading.answers ?? []))
      expect(readProgrammeTimes(answer.text).ok).toBe(true);
  });
});
