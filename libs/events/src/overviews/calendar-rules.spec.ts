import { describe, expect, it } from '@jest/globals';
import type { CalendarSessionView } from '@roundtable/contracts';
import { venueClashes } from './calendar-rules';

function aSession(changes: Partial<CalendarSessionView>): CalendarSessionView {
  return {
    eventId: 'one',
    courseTitle: 'Neglect',
    status: 'published',
    delivery: 'in-person',
    venueId: 'v',
    date: '2026-05-20',
    start: '09:30',
    end: '12:30',
    ...changes,
  };
}

const other = { eventId: 'two', courseTitle: 'Safer Recruitment' };
const clashes = (...sessions: CalendarSessionView[]) => venueClashes(sessions, () => 'Loxley House');

describe('two events at one venue', () => {
  it('clash where their times meet, and it is said in words', () => {
    expect(clashes(aSession({}), aSession({ ...other, start: '12:00', end: '14:00' }))).toEqual([
      {
        venueId: 'v',
        date: '2026-05-20',
        eventIds: ['one', 'two'],
        inWords: 'Neglect (9:30am to 12:30pm) and Safer Recruitment (12pm to 2pm) are both at Loxley House',
      },
    ]);
  });

  it.each([
    ['one begins when the other ends', { start: '12:30', end: '14:00' }],
    ['on another day', { date: '2026-05-21' }],
    ['at another venue', { venueId: 'w' }],
    ['without a venue', { venueId: null }],
    ['online', { delivery: 'online' as const }],
    ['of the same event', { eventId: 'one' }],
  ])('do not clash %s', (_, changes) => {
    expect(clashes(aSession({}), aSession({ ...other, ...changes }))).toEqual([]);
  });
});
