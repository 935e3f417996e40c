import { describe, expect, it } from '@jest/globals';
import { seatsOf } from './seats';

describe('seatsOf', () => {
  it('counts each state that holds a place, what agencies hold without names, and what nobody holds', () => {
    const bookings = [
      { status: 'confirmed' as const, placeHeld: true },
      { status: 'offered' as const, placeHeld: true },
      { status: 'awaiting_approval' as const, placeHeld: true },
      { status: 'awaiting_approval' as const, placeHeld: false },
      { status: 'waitlisted' as const, placeHeld: false },
      { status: 'cancelled' as const, placeHeld: false },
    ];
    expect(seatsOf({ capacity: 10, placesHeld: 5 }, bookings)).toEqual({
      confirmed: 1,
      offered: 1,
      awaitingApproval: 1,
      team: 2,
      unheld: 5,
    });
  });

  it('never says that fewer than no places are left', () => {
    expect(seatsOf({ capacity: 2, placesHeld: 3 }, [])).toMatchObject({ unheld: 0 });
  });
});
