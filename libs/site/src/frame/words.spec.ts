import { describe, expect, it } from '@jest/globals';
import { anEvent } from './views.builder';
import { count, length, places, price, when, where } from './words';

describe('words', () => {
  it('writes prices', () => {
    expect([0, 3000, 1250, 5].map(price)).toEqual(['Free', '£30', '£12.50', '£0.05']);
  });

  it('writes dates in London time, and the second day where there is one', () => {
    expect(when(anEvent())).toBe('Wednesday 22 May 2024, 9:30am to 12:30pm');
    expect(when({ startsAt: '2024-11-05T09:30:00.000Z', endsAt: '2024-11-06T16:00:00.000Z' })).toBe(
      'Tuesday 5 November 2024, 9:30am to Wednesday 6 November 2024, 4pm',
    );
    expect(when({ startsAt: null, endsAt: null })).toBe('Date to be confirmed');
  });

  it('says what is left, in the singular too', () => {
    const left = (changes: object): string => places({ ...anEvent(), ...changes });
    expect(left({ placesFree: 12 })).toBe('12 places left');
    expect(left({ placesFree: 1 })).toBe('1 place left');
    expect(left({ placesFree: 0, waiting: 1 })).toBe('Full. 1 person is waiting');
    expect(left({ placesFree: 0, waiting: 0 })).toBe('Full. You can join the waiting list');
    expect(left({ status: 'cancelled' })).toBe('This event was cancelled');
    expect(left({ status: 'ended' })).toBe('This event has ended');
  });

  it('says where', () => {
    expect(where({ delivery: 'online', venue: null })).toBe('Online');
    expect(where({ delivery: 'online', venue: 'MS Teams' })).toBe('Online, MS Teams');
    expect(where({ delivery: 'in-person', venue: null })).toBe('Venue to be confirmed');
    expect(where({ delivery: 'blended', venue: 'Loxley House' })).toBe('Online and in person: Loxley House');
  });

  it('writes lengths and counts', () => {
    expect([3, 1.5, 0.75, 1].map(length)).toEqual(['3 hours', '1 hour 30 minutes', '45 minutes', '1 hour']);
    expect([count(0, 'place'), count(1, 'place'), count(2, 'place')]).toEqual(['no places', '1 place', '2 places']);
  });
});
