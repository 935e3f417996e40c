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
    expect(readProgrammeRow(row)).toMatchObject({
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
    expect(readProgrammeRow({ ...row, date: '29/03/2026', time: '01:30-03:30' })).toMatchObject({
      ok: false,
      problems: [
        {
          column: 'time',
          value: '01:30-03:30',
          reason: '1:30am on 29 March 2026 does not exist, because the clocks go forward. Choose another time.',
        },
      ],
    });
    expect(readProgrammeRow({ ...row, date: '25/10/2026', time: '00:30-01:30' })).toMatchObject({
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

  it('asks which of the two hours is meant when the clocks go back, and takes the answer', () => {
    const asked = readProgrammeRow({ ...row, date: '25/10/2026', time: '01:30-03:30' });
    const answers = asked.ok ? [] : (asked.problems[0]?.answers ?? []);
    expect(answers.map(({ label }) => label)).toEqual(['1:30am BST to 3:30am', '1:30am GMT to 3:30am']);
    const starts = answers.map(({ cells }) => readProgrammeRow({ ...row, date: '25/10/2026', ...cells }));
    expect(starts.map((reading) => reading.ok && reading.values.startsAt.toISOString())).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
  });

  it('refuses a zone that London is not in, and an end that the clocks put before the start', () => {
    const reasonOf = (date: string, time: string): string => {
      const reading = readProgrammeRow({ ...row, date, time });
      return reading.ok ? '' : (reading.problems[0]?.reason ?? '');
    };
    expect(reasonOf('20/07/2026', '9am GMT - 11am')).toBe(
      '9am on 20 July 2026 is in BST in London, not in GMT. Leave GMT out, or check the time.',
    );
    expect(reasonOf('25/10/2026', '1:15am GMT - 1:45am BST')).toContain('before the start');
  });

  it('takes start and end from columns of their own, and the delivery from a venue that is a meeting platform', () => {
    const reading = readProgrammeRow({
      ...row,
      time: '',
      start: '10:00',
      end: '12:00',
      delivery: '',
      venue: 'MS Teams',
    });
    expect(reading).toMatchObject({ ok: true, values: { start: '10:00', end: '12:00', delivery: 'online' } });
  });
});
