import { describe, expect, it } from '@jest/globals';
import { NOW, anEvent } from '../frame/views.builder';
import { eventPage } from './event.presenter';
import { termFacts } from './event-terms';

const said = (changes: Parameters<typeof anEvent>[0], now = NOW) =>
  Object.fromEntries(termFacts(anEvent(changes), now).map(({ key, value }) => [key, value]));

describe('the terms of an event on its page', () => {
  it('say the date until which cancelling is free, and what follows after it', () => {
    expect(said({})).toEqual({
      'Book by': 'Wednesday 22 May 2024, 9:30am',
      Cancelling: 'You can cancel free of charge until 5pm on Wednesday 15 May 2024.',
    });
    expect(said({ chargePence: 5000 })['Cancelling']).toMatch(/ If you cancel later, .* may be charged £50\.$/);
    expect(said({}, new Date('2024-05-15T16:00:00Z'))['Cancelling']).toBe(
      'Free cancellation ended on Wednesday 15 May 2024, 5pm.',
    );
  });

  it('say when booking opens and closes, and when it is decided', () => {
    const terms = { bookingOpensAt: '2024-05-13T08:00:00Z', bookingClosesAt: '2024-05-17T16:00:00Z' };
    expect(said({ ...terms, decideBy: '2024-05-14' })).toMatchObject({
      'Booking opens': 'Monday 13 May 2024, 9am',
      'Book by': 'Friday 17 May 2024, 5pm',
      'Going ahead': 'We decide on Tuesday 14 May 2024 whether enough people have booked.',
    });
    expect(said(terms, new Date('2024-05-17T16:00:00Z'))).toMatchObject({
      'Booking closed': 'Friday 17 May 2024, 5pm',
    });
  });

  it('never count in days', () => {
    const all = { chargePence: 1, bookingClosesAt: '2024-05-17T16:00:00Z', decideBy: '2024-05-14' };
    expect(Object.values(said(all)).join()).not.toMatch(/working day/);
  });
});

describe('the button to book', () => {
  const book = (changes: Parameters<typeof anEvent>[0]) => {
    const { book: button, closedWords } = eventPage(
      { event: anEvent(changes), course: null, others: [], booking: null, missing: null },
      { publicUrl: 'https://training.example.org', name: 'Partnership' },
      NOW,
    );
    return button?.text ?? closedWords;
  };

  it('is there while bookings are taken, and else the page says why not', () => {
    expect(book({})).toBe('Book this course');
    expect(book({ bookingState: 'not-open-yet', bookingOpensAt: '2024-05-13T08:00:00Z' })).toBe(
      'Booking opens on Monday 13 May 2024, 9am.',
    );
    expect(book({ bookingState: 'closed', bookingClosesAt: '2024-05-07T16:00:00Z' })).toBe(
      'Booking closed on Tuesday 7 May 2024, 5pm.',
    );
  });
});
