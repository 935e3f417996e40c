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
  questions: aCourse().outcomeStatements.map((statement) => ({ ...statement, kind: 'rating' as const })),
  formId: null,
  missing: [],
  waitIfMissing: false,
  frontDoor: null,
  approver: null,
  savedNeeds: { accessNeeds: '', dietaryNeeds: '', consentedAt: null },
  clashes: [],
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

  it('keeps access and dietary needs only with consent, for as long as was chosen', () => {
    const refused = readBooking(aSubject(), Fields.ofForm({ ...complete, accessNeeds: 'A ramp' }));
    expect(Object.keys(refused.errors?.at ?? {})).toEqual(['consent']);
    const given = { ...complete, dietaryNeeds: 'No nuts', consent: 'yes', keepNeeds: 'profile' };
    const taken = readBooking(aSubject(), Fields.ofForm(given));
    expect(taken).toMatchObject({ wanted: { dietaryNeeds: 'No nuts', keepNeeds: 'profile' }, errors: null });
    const briefly = readBooking(aSubject(), Fields.ofForm({ ...complete, accessNeeds: 'A ramp', consent: 'yes' }));
    expect(briefly).toMatchObject({ wanted: { accessNeeds: 'A ramp', keepNeeds: 'event' }, errors: null });
    const none = readBooking(aSubject(), Fields.ofForm({ ...complete, consent: 'yes', keepNeeds: 'profile' }));
    expect(Object.keys(none.wanted)).toEqual(['answers']);
  });

  it('shows what the profile keeps, and takes nothing from it without consent', () => {
    const savedNeeds = { accessNeeds: 'A ramp', dietaryNeeds: '', consentedAt: '2024-01-01T00:00:00.000Z' };
    const page = bookPage(aSubject({ savedNeeds }), NOW);
    expect(page).toMatchObject({ needs: { accessNeeds: 'A ramp', consent: false }, hasSavedNeeds: true });
    expect(readBooking(aSubject({ savedNeeds }), Fields.ofForm(complete)).wanted).not.toHaveProperty('accessNeeds');
  });

  it('refuses what is too long to keep', () => {
    const given = Fields.ofForm({
      ...complete,
      consent: 'yes',
      keepNeeds: 'event',
      accessNeeds: 'x'.repeat(1001),
      orderNumber: 'x'.repeat(61),
    });
    expect(Object.keys(readBooking(aSubject(), given).errors?.at ?? {})).toEqual(['accessNeeds', 'orderNumber']);
  });
});

describe('checking before sending', () => {
  it('shows ratings in words, and carries on exactly what was typed', () => {
    const given = Fields.ofForm({
      ...complete,
      accessNeeds: 'A ramp',
      consent: 'yes',
      keepNeeds: 'event',
      surprise: 'x',
    });
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

describe('before a request is sent', () => {
  it('says who approves it, and that a clash does not stop it', () => {
    const subject = aSubject({ approver: 'manager', clashes: [aBooking({ id: 'other' })] });
    expect(bookPage(subject, NOW).approvalWords[0]).toContain('We ask your manager');
    expect(checkPage(subject, NOW, Fields.ofForm(complete))).toMatchObject({
      title: 'Check before you ask for a place',
      clashes: [{ href: '/my-training/bookings/other' }],
    });
    expect(readBooking(subject, Fields.ofForm(complete)).errors).toBeNull();
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
