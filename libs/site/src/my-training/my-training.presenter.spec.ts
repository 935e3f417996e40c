import { describe, expect, it } from '@jest/globals';
import { NOW, aCompletion, anEvent, anOwnBooking } from '../frame/views.builder';
import { bookingPage } from './booking.presenter';
import { positionWords } from './booking-words';
import { myTrainingPage } from './my-training.presenter';

const past = { startsAt: '2024-04-10T08:30:00.000Z', endsAt: '2024-04-10T11:30:00.000Z' };

describe('my training', () => {
  it('sorts bookings into coming, waiting and past', () => {
    const page = myTrainingPage(
      'Priya Shah',
      [
        anOwnBooking({ id: 'later', startsAt: '2024-06-05T08:30:00.000Z', endsAt: '2024-06-05T11:30:00.000Z' }),
        anOwnBooking({ id: 'sooner', status: 'offered' }),
        anOwnBooking({ id: 'line', status: 'waitlisted', waitlistPosition: 1 }),
        anOwnBooking({ id: 'gone', status: 'cancelled' }),
        anOwnBooking({ id: 'done', attendance: 'attended', ...past }),
      ],
      [],
      NOW,
    );
    const ids = (cards: { href: string }[]) => cards.map(({ href }) => href.split('/').at(-1));
    expect([ids(page.coming), ids(page.waiting), ids(page.past)]).toEqual([
      ['sooner', 'later'],
      ['line'],
      ['gone', 'done'],
    ]);
  });

  it('gives a certificate to whoever attended and answered', () => {
    const actions = (changes: object, forms: object) =>
      myTrainingPage(
        '',
        [anOwnBooking({ ...past, ...changes }, { before: null, ...forms })],
        [],
        NOW,
      ).past[0]?.actions.map(({ text }) => text);
    expect(actions({ attendance: 'attended' }, { after: 'sent' })).toEqual(['Download certificate']);
    expect(actions({ attendance: 'attended' }, { after: 'open' })).toEqual(['Answer the questions after the training']);
    expect(actions({ attendance: 'partly_attended' }, { after: 'sent' })).toEqual([]);
    expect(actions({ attendance: 'absent' }, { after: 'open' })).toEqual([]);
    expect(actions({ attendance: null }, { after: 'open' })).toEqual(['Answer the questions after the training']);
  });

  it('says when e-learning was completed and until when it counts', () => {
    const words = (changes: object) => myTrainingPage('', [], [aCompletion(changes)], NOW).learning[0]?.words;
    expect(words({ expiresAt: null })).toBe('Completed on Wednesday 3 April 2024');
    expect(words({})).toBe('Completed on Wednesday 3 April 2024, valid until Saturday 3 April 2027');
    expect(words({ expiresAt: '2024-05-01T10:00:00.000Z' })).toContain('no longer valid since Wednesday 1 May 2024');
    expect(words({ moduleId: null, courseId: 'course-1' })).toBeUndefined();
  });

  it('counts the people ahead', () => {
    expect([1, 2, 4].map((position) => positionWords(position))).toEqual([
      'You are the first in line.',
      '1 person is ahead of you.',
      '3 people are ahead of you.',
    ]);
    expect(positionWords(3, true)).toBe('2 people are ahead of you; some places are kept for other sectors.');
  });
});

describe('a booking', () => {
  it('is confirmed with its reference right after booking, and only while it lives', () => {
    expect(bookingPage(anOwnBooking(), anEvent(), [], 'booked', NOW).panel).toEqual({
      title: 'Your place is booked',
      reference: 'RT-4M7X9',
    });
    expect(bookingPage(anOwnBooking({ status: 'waitlisted' }), null, [], 'booked', NOW).panel?.title).toBe(
      'You are on the waiting list',
    );
    expect(bookingPage(anOwnBooking({ status: 'cancelled' }), anEvent(), [], 'booked', NOW)).toMatchObject({
      panel: null,
      title: 'Managing Allegations Workshop',
    });
  });

  it('can be cancelled until the event starts', () => {
    const hrefAt = (now: string) => bookingPage(anOwnBooking(), anEvent(), [], null, new Date(now)).cancelHref;
    expect(hrefAt('2024-05-22T08:29:59Z')).toBe('/my-training/bookings/booking-1/cancel');
    expect(hrefAt('2024-05-22T08:30:00Z')).toBeNull();
  });

  it('says until when an offered place can be taken', () => {
    const page = bookingPage(
      anOwnBooking({ status: 'offered', offeredUntil: '2024-05-10T11:00:00.000Z' }),
      anEvent(),
      [],
      null,
      NOW,
    );
    expect(page).toMatchObject({
      isOffered: true,
      next: [
        'You can take this place until 12pm on Friday 10 May 2024.',
        'After that it is offered to the next person.',
      ],
    });
  });

  it('says so where the event was called off', () => {
    const page = bookingPage(anOwnBooking(), anEvent({ status: 'cancelled' }), [], null, NOW);
    expect(page).toMatchObject({
      main: null,
      cancelHref: null,
      next: ['This event was cancelled. You do not need to do anything.'],
    });
  });
});
