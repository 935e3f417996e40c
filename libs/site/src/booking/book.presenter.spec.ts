import { describe, expect, it } from '@jest/globals';
import { Fields } from '../frame/fields';
import { MISSING_MODULE, NOW, aBooking, aCourse, anEvent } from '../frame/views.builder';
import {
  type BookingSubject,
  bookPage,
  bookingInTheWay,
  checkPage,
  isBlocked,
  missingPage,
  readBooking,
} from './book.presenter';

const aSubject = (changes: Partial<BookingSubject> = {}): BookingSubject => ({
  event: anEvent(),
  course: aCourse(),
  missing: [],
  waitIfMissing: false,
  frontDoor: null,
  ...changes,
});
const complete = { 'rating-statement-1': '2', 'rating-statement-2': '5' };

describe('what a booking asks', () => {
  it('asks to rate every outcome statement, one group each', () => {
    const { fields } = bookPage(aSubject(), NOW);
    expect(fields.map(({ legend }) => legend)).toEqual([
      'Your knowledge of what counts as an allegation',
      'Your confidence in contacting the designated officer',
    ]);
    expect(fields[0]?.items.map(({ text }) => text)).toEqual(['Very poor', 'Poor', 'Adequate', 'Good', 'Very good']);
  });

  it('asks no ratings of whoever can only wait', () => {
    const subject = aSubject({ event: anEvent({ placesFree: 0 }) });
    expect(bookPage(subject, NOW)).toMatchObject({ title: 'Join the waiting list', isWaiting: true, fields: [] });
    expect(readBooking(subject, Fields.ofForm({}))).toEqual({ wanted: { answers: [] }, errors: null });
  });

  it('asks for an order number only where there is something to pay', () => {
    expect(bookPage(aSubject(), NOW).asksOrderNumber).toBe(true);
    expect(bookPage(aSubject({ event: anEvent({ feePence: 0 }) }), NOW).asksOrderNumber).toBe(false);
  });
});

describe('what was sent', () => {
  it('becomes a booking with ratings as numbers', () => {
    const { wanted, errors } = readBooking(aSubject(), Fields.ofForm({ ...complete, orderNumber: ' PO 1 ' }));
    expect(errors).toBeNull();
    expect(wanted).toEqual({
      orderNumber: 'PO 1',
      answers: [
        { questionId: 'statement-1', value: 2 },
        { questionId: 'statement-2', value: 5 },
      ],
    });
  });

  it('is refused at the field where a rating is missing or none of ours', () => {
    const { errors } = readBooking(aSubject(), Fields.ofForm({ ...complete, 'rating-statement-1': '6' }));
    expect(errors?.summary).toEqual([
      { href: '#rating-statement-1', text: 'Choose a rating for: your knowledge of what counts as an allegation' },
    ]);
  });

  it('keeps access needs only with consent', () => {
    const refused = readBooking(aSubject(), Fields.ofForm({ ...complete, accessNeeds: 'A ramp' }));
    expect(Object.keys(refused.errors?.at ?? {})).toEqual(['consent']);
    const taken = readBooking(aSubject(), Fields.ofForm({ ...complete, accessNeeds: 'A ramp', consent: 'yes' }));
    expect(taken.wanted.accessNeeds).toBe('A ramp');
    expect(readBooking(aSubject(), Fields.ofForm({ ...complete, consent: 'yes' })).wanted).not.toHaveProperty(
      'accessNeeds',
    );
  });

  it('refuses what is too long to keep', () => {
    const given = Fields.ofForm({
      ...complete,
      consent: 'yes',
      accessNeeds: 'x'.repeat(1001),
      orderNumber: 'x'.repeat(61),
    });
    expect(Object.keys(readBooking(aSubject(), given).errors?.at ?? {})).toEqual(['accessNeeds', 'orderNumber']);
  });
});

describe('checking before sending', () => {
  it('shows ratings in words, and carries on exactly what was typed', () => {
    const given = Fields.ofForm({ ...complete, accessNeeds: 'A ramp', consent: 'yes', surprise: 'x' });
    const page = checkPage(aSubject({ waitIfMissing: true }), NOW, given);
    expect(page.rows).toContainEqual({ key: 'Your knowledge of what counts as an allegation', value: 'Poor' });
    const again = Fields.ofForm(Object.fromEntries(page.hidden.map(({ name, value }) => [name, value])));
    expect(readBooking(aSubject(), again)).toEqual(readBooking(aSubject(), given));
    expect(page.hidden).toContainEqual({ name: 'wait', value: 'yes' });
    expect(page.hidden.map(({ name }) => name)).not.toContain('surprise');
  });
});

describe('what comes first', () => {
  it('blocks where the course says so, and names what is missing with where to do it', () => {
    const subject = aSubject({ missing: [MISSING_MODULE] });
    expect(isBlocked(subject)).toBe(true);
    expect(missingPage(subject).items).toEqual([
      { name: `the e-learning “${MISSING_MODULE.title}”`, href: MISSING_MODULE.url, action: 'Start the e-learning' },
    ]);
  });

  it('is only named where a place can be had all the same', () => {
    const subject = aSubject({ missing: [MISSING_MODULE], course: aCourse({ prerequisitePolicy: 'provisional' }) });
    expect(isBlocked(subject)).toBe(false);
    expect(bookPage(subject, NOW).toComplete).toHaveLength(1);
  });
});

describe('a booking in the way', () => {
  it('is one of this event, or a place on another date of the course', () => {
    const subject = aSubject();
    const waiting = aBooking({ id: 'other', eventId: 'event-2', status: 'waitlisted' });
    const placed = aBooking({ id: 'other', eventId: 'event-2' });
    expect(bookingInTheWay([aBooking()], subject, NOW)?.id).toBe('booking-1');
    expect(bookingInTheWay([placed], subject, NOW)?.id).toBe('other');
    expect(bookingInTheWay([waiting], subject, NOW)).toBeNull();
  });

  it('is none that has ended, is over, or belongs to a series', () => {
    const placed = aBooking({ eventId: 'event-2' });
    expect(bookingInTheWay([aBooking({ status: 'cancelled' })], aSubject(), NOW)).toBeNull();
    expect(bookingInTheWay([{ ...placed, endsAt: '2024-05-01T10:00:00.000Z' }], aSubject(), NOW)).toBeNull();
    expect(bookingInTheWay([placed], aSubject({ course: aCourse({ isSeries: true }) }), NOW)).toBeNull();
  });
});
