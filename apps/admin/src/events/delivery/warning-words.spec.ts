import { describe, expect, it } from '@jest/globals';
import { warningInWords } from './warning-words';

const other = {
  eventId: 'event-2',
  courseTitle: 'Neglect',
  startsAt: '2024-05-22T08:30:00.000Z',
  endsAt: '2024-05-22T11:30:00.000Z',
};
const none = { eventId: null, courseTitle: null, startsAt: null, endsAt: null };

describe('a warning', () => {
  it('names what clashes, and with what and when in London', () => {
    expect(warningInWords({ kind: 'venue-taken', name: 'Loxley House', ...other })).toBe(
      'Loxley House has another event at that time: “Neglect”, Wed 22 May 2024, 9:30am to 12:30pm.',
    );
    expect(warningInWords({ kind: 'trainer-taken', name: 'Thea', ...other })).toMatch(/^Thea is on another event/);
    expect(warningInWords({ kind: 'trainer-away', name: 'Thea', ...none })).toBe('Thea is away on that day.');
    expect(warningInWords({ kind: 'over-safe-limit', name: 'Mill: 9 people, 8 at most', ...none })).toBe(
      'More people than the room may hold. Mill: 9 people, 8 at most.',
    );
  });
});
