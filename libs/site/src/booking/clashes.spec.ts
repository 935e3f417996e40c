import { describe, expect, it } from '@jest/globals';
import { aBooking, anEvent } from '../frame/views.builder';
import { clashesOf } from './clashes';

const at = (id: string, from: string, to: string) =>
  anEvent({ id, sessions: [{ id, startsAt: `2024-05-22T${from}:00.000Z`, endsAt: `2024-05-22T${to}:00.000Z` }] });

describe('a clash with another own booking', () => {
  it('is one whose sessions fall together, not one that only meets at its edge', () => {
    const event = at('event-1', '08:30', '11:30');
    const others = [at('early', '07:00', '08:30'), at('inside', '09:00', '10:00'), at('late', '11:30', '12:00')];
    const bookings = ['event-1', 'early', 'inside', 'late'].map((eventId) => aBooking({ id: eventId, eventId }));
    expect(clashesOf(event, bookings, [event, ...others]).map(({ id }) => id)).toEqual(['inside']);
  });
});
