import { describe, expect, it } from '@jest/globals';
import type { EventTermsView } from '@roundtable/contracts';
import { atFormFields, changeFrom, formFrom } from './event-terms-form';

const terms: EventTermsView = {
  eventId: 'event',
  fees: [{ feeType: '*', pence: 3000, chargePence: null }],
  keptPlaces: [{ sector: 'health', places: 3, releaseDays: 14, releasedAt: '2024-05-07T23:00:00Z' }],
  expectedMix: [{ sector: 'police', people: 4 }],
  agencyCap: 2,
  groupCap: null,
  bookingOpensAt: '2024-05-13T08:00:00.000Z',
  bookingClosesAt: null,
  bookingClosesWorkingDays: 3,
  freeCancellationWorkingDays: null,
  costCode: null,
  minimumPlaces: 6,
  decideBy: '2024-05-08',
  note: null,
  dateToBeConfirmed: false,
  course: { courseId: 'course', fees: [], freeCancellationWorkingDays: null, costCode: null },
  dates: { bookingOpensAt: null, bookingClosesAt: null, freeCancellationUntil: null },
};

describe('the form of terms', () => {
  it('shows moments on London clocks, and sends back what it was given', () => {
    const form = formFrom(terms);
    expect([form.opensDate, form.opensTime]).toEqual(['2024-05-13', '09:00']);
    expect(changeFrom(form)).toEqual({
      fees: [{ feeType: '*', pence: 3000 }],
      keptPlaces: [{ sector: 'health', places: 3, releaseDays: 14 }],
      expectedMix: terms.expectedMix,
      agencyCap: 2,
      groupCap: null,
      bookingOpensAt: '2024-05-13T08:00:00.000Z',
      bookingClosesAt: null,
      bookingClosesWorkingDays: 3,
      freeCancellationWorkingDays: null,
      costCode: null,
      minimumPlaces: 6,
      decideBy: '2024-05-08',
      note: null,
    });
  });

  it('sends null for what was emptied', () => {
    const form = { ...formFrom(terms), opensDate: '', minimumPlaces: null, decideBy: '' };
    expect(changeFrom(form)).toMatchObject({ bookingOpensAt: null, minimumPlaces: null, decideBy: null });
  });

  it('shows a refusal of a moment at its date', () => {
    expect(atFormFields({ bookingOpensAt: 'No', note: 'Too long' })).toEqual({ opensDate: 'No', note: 'Too long' });
  });
});
