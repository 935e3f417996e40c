import { describe, expect, it } from '@jest/globals';
import type { EventView } from '@roundtable/contracts';
import { newsletterHtml, newsletterText } from './newsletter-text';
import { toldEvent } from './newsletter-words';

const now = new Date('2026-05-01T08:00:00Z');

function anEvent(changes: Partial<EventView> = {}): EventView {
  return {
    id: 'e-1',
    reference: 'EV-1',
    courseId: 'c',
    courseTitle: 'Safer <Recruitment> & "more"',
    status: 'published',
    startsAt: '2026-06-10T08:30:00.000Z',
    endsAt: '2026-06-10T11:30:00.000Z',
    sessions: [],
    delivery: 'in-person',
    venue: 'Loxley House',
    venueId: 'v',
    area: null,
    runBy: null,
    feePence: 3050,
    capacity: 24,
    placesHeld: 21,
    placesFree: 3,
    waiting: 0,
    waitlistPolicy: 'by-time',
    registerClosedAt: null,
    bookingState: 'open',
    chargePence: 0,
    dateToBeConfirmed: false,
    bookingOpensAt: null,
    bookingClosesAt: null,
    freeCancellationUntil: '2026-06-03T16:00:00.000Z',
    decideBy: null,
    note: null,
    demonstration: false,
    ...changes,
  };
}

const told = (changes: Partial<EventView> = {}) => ({
  ...toldEvent(anEvent(changes), 'https://training.example', now),
  qrCode: 'data:image/png;base64,AA==',
});

describe('a block for a newsletter', () => {
  it('tells date, place, places left, cost, the last moment to cancel and the link, in plain words', () => {
    expect(newsletterText([told()])).toBe(
      [
        'Safer <Recruitment> & "more"',
        'When: Wednesday 10 June 2026, 9:30am to 12:30pm',
        'Where: Loxley House',
        'Places: 3 places left',
        'Cost: £30.50',
        'Cancel free of charge until: Wednesday 3 June 2026, 5pm',
        'Book: https://training.example/events/e-1',
        '',
      ].join('\n'),
    );
  });

  it.each([
    [{ placesFree: 1 }, '1 place left'],
    [{ placesFree: 0, waiting: 2 }, 'Full, with a waiting list'],
    [{ placesFree: 0 }, 'Full: join the waiting list'],
  ])('says what is left: %p', (changes, words) => {
    expect(told(changes).places).toBe(words);
  });

  it('says nothing of cancelling once that is no longer free', () => {
    expect(newsletterText([told({ freeCancellationUntil: '2026-04-30T16:00:00.000Z' })])).not.toContain('Cancel');
  });

  it('escapes what people typed, and fetches nothing', () => {
    const html = newsletterHtml([told()]);
    expect(html).not.toContain('<Recruitment>');
    expect(html).toContain('Safer &#60;Recruitment&#62; &#38; &#34;more&#34;');
    expect([...html.matchAll(/src="([^"]*)"/g)].map(([, source]) => source)).toEqual(['data:image/png;base64,AA==']);
    expect(html).not.toMatch(/<script|<style|url\(/);
  });
});
