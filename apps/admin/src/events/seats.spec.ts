import { describe, expect, it } from '@jest/globals';
import { mixBeside, mixOf, seatsOf } from './seats';

const held = (sector: string) => ({ status: 'confirmed' as const, sector });

describe('seatsOf', () => {
  it('counts each state, and what nobody holds', () => {
    const bookings = [
      held('police'),
      { status: 'offered' as const, sector: 'health' },
      { status: 'awaiting_approval' as const, sector: 'health' },
      { status: 'waitlisted' as const, sector: 'health' },
      { status: 'cancelled' as const, sector: 'health' },
    ];
    expect(seatsOf({ capacity: 10, placesHeld: 3 }, bookings)).toEqual({
      confirmed: 1,
      offered: 1,
      awaitingApproval: 1,
      unheld: 7,
    });
  });

  it('never says that fewer than no places are left', () => {
    expect(seatsOf({ capacity: 2, placesHeld: 3 }, [])).toMatchObject({ unheld: 0 });
  });
});

describe('mixOf', () => {
  it('names the largest sector first, and equal ones by name', () => {
    expect(mixOf([held('police'), held('health'), held('education'), held('police')])).toEqual([
      { sector: 'police', people: 2 },
      { sector: 'education', people: 1 },
      { sector: 'health', people: 1 },
    ]);
  });

  it('leaves out people who hold no place', () => {
    expect(mixOf([{ status: 'waitlisted', sector: 'police' }])).toEqual([]);
  });
});

describe('mixBeside', () => {
  it('sets who booked beside who was expected and what is kept, sectors below counted with theirs', () => {
    const mix = [
      { sector: 'police', people: 3 },
      { sector: 'acute', people: 2 },
    ];
    const above = new Map([['acute', 'health']]);
    expect(mixBeside(mix, [{ sector: 'health', people: 4 }], [{ sector: 'housing', places: 1 }], above)).toEqual([
      { sector: 'health', people: 2, expected: 4, kept: null },
      { sector: 'housing', people: 0, expected: null, kept: 1 },
      { sector: 'police', people: 3, expected: null, kept: null },
    ]);
  });
});
