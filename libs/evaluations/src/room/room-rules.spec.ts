import { describe, expect, it } from '@jest/globals';
import { isRoomOpen, mayOpenEarly } from './room-rules';

const event = { startsAt: new Date('2026-05-20T08:30:00Z'), endsAt: new Date('2026-05-20T11:30:00Z') };
const isOpen = (instant: string) => isRoomOpen(event, new Date(instant));

describe('a room', () => {
  it('is open from the day of the event, in London, until the end of the day after', () => {
    expect([isOpen('2026-05-19T22:59:00Z'), isOpen('2026-05-19T23:00:00Z')]).toEqual([false, true]);
    expect([isOpen('2026-05-21T22:59:00Z'), isOpen('2026-05-21T23:00:00Z')]).toEqual([true, false]);
    expect(isRoomOpen({ startsAt: null, endsAt: null }, new Date())).toBe(false);
  });

  it('opens its questions early only once the event has begun', () => {
    expect(mayOpenEarly(event, new Date('2026-05-20T08:29:00Z'))).toBe(false);
    expect(mayOpenEarly(event, new Date('2026-05-20T08:30:00Z'))).toBe(true);
  });
});
