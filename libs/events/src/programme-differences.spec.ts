import { describe, expect, it } from '@jest/globals';
import { type ImportedEvent, differencesFrom } from './programme-differences';

const there: ImportedEvent = {
  end: '12:30',
  delivery: 'in-person',
  venue: 'Loxley House',
  feePence: 3000,
  capacity: 24,
};

describe('a row of a programme whose event is there already', () => {
  it('changes nothing where it says the same, whatever the case of the venue', () => {
    expect(differencesFrom(there, { ...there, venue: 'loxley house' })).toEqual([]);
  });

  it('is reported with each difference, and why it is not applied', () => {
    const row = { ...there, end: '13:00', feePence: null, capacity: 30 };
    expect(differencesFrom(there, row).map(({ column }) => column)).toEqual(['time', 'fee', 'capacity']);
    expect(differencesFrom(there, row)[2]).toMatchObject({
      column: 'capacity',
      value: '30 places',
      reason: 'This event is there already, with 24 places. Change it on its own page, so that its delegates are told.',
    });
  });

  it('is asked about where another row of the same sheet made the event', () => {
    expect(differencesFrom({ ...there, row: 4 }, { ...there, capacity: 30 })).toMatchObject([
      { reason: expect.stringContaining('Row 4 has the same course, date and start'), answers: [{ cells: null }] },
    ]);
  });
});
