import { describe, expect, it } from '@jest/globals';
import { readProgrammeRow } from './programme-row';

describe('a row of a programme', () => {
  const row = {
    course: 'SR',
    date: 'Thursday 23 rd January 2025',
    time: '10am-12pm',
    delivery: 'In person',
    venue: 'Loxley House',
    fee: '£30',
    capacity: '24',
    trainer: '',
  };

  it('gives every value, with local times and the instants they mean', () => {
    expect(readProgrammeRow(row)).toEqual({
      ok: true,
      values: {
        course: 'SR',
        localDate: '2025-01-23',
        start: '10:00',
        end: '12:00',
        startsAt: new Date('2025-01-23T10:00:00Z'),
        endsAt: new Date('2025-01-23T12:00:00Z'),
        delivery: 'in-person',
        venue: 'Loxley House',
        feePence: 3000,
        capacity: 24,
        trainer: null,
      },
    });
  });

  it('names all problems of the row, each with its column and what stood there', () => {
    const slips = { date: 'Wednesday 30 th June 2025', time: '9.30-12.30 am', fee: 'ask', capacity: '0' };
    const reading = readProgrammeRow({ ...row, ...slips });
    expect(reading.ok ? [] : reading.problems.map(({ column, value }) => [column, value])).toEqual(
      Object.entries(slips),
    );
  });

  it('counts a column that is not there as empty', () => {
    const reading = readProgrammeRow({});
    expect(reading.ok ? [] : reading.problems.map(({ column }) => column)).toEqual([
      'course',
      'date',
      'time',
      'delivery',
      'capacity',
    ]);
  });

  it('refuses a time that the clocks skip, and one that happens twice', () => {
    expect(readProgrammeRow({ ...row, date: '29/03/2026', time: '01:30-03:30' })).toEqual({
      ok: false,
      problems: [
        {
          column: 'time',
          value: '01:30-03:30',
          reason: '1:30am on 29 March 2026 does not exist, because the clocks go forward. Choose another time.',
        },
      ],
    });
    expect(readProgrammeRow({ ...row, date: '25/10/2026', time: '00:30-01:30' })).toEqual({
      ok: false,
      problems: [
        {
          column: 'time',
          value: '00:30-01:30',
          reason: expect.stringContaining('1:30am on 25 October 2026 happens twice, because the clocks go back.'),
        },
      ],
    });
  });
});
