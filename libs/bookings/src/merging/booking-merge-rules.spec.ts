import { describe, expect, it } from '@jest/globals';
import { type MergingBooking, planBookings } from './booking-merge-rules';

const aBooking = (facts: Partial<MergingBooking> & { id: string }): MergingBooking => ({
  personId: facts.id.slice(0, 1),
  eventId: 'event 1',
  courseId: 'course 1',
  status: 'confirmed',
  attendance: null,
  queueNumber: 1,
  holdsCourse: (facts.status ?? 'confirmed') !== 'waitlisted',
  startsAt: new Date('2026-10-01T09:00:00Z'),
  hasStarted: false,
  ...facts,
});
const endsOf = (...bookings: MergingBooking[]) =>
  planBookings(bookings).endings.map(({ ended, kept }) => `${ended.id} for ${kept.id}`);

describe('bookings of two people who are one', () => {
  it('stay where they are on different courses', () => {
    const plan = planBookings([
      aBooking({ id: 'a1' }),
      aBooking({ id: 'b1', eventId: 'event 2', courseId: 'course 2' }),
    ]);
    expect(plan).toEqual({ endings: [], lettingGo: [] });
  });

  it.each([
    [
      'the confirmed one, whoever asked first',
      { status: 'waitlisted', queueNumber: 1 },
      { queueNumber: 9 },
      'a1 for b1',
    ],
    ['the offered one before one that waits', { status: 'offered' }, { status: 'waitlisted' }, 'b1 for a1'],
    [
      'the one asked for first, where both wait',
      { status: 'waitlisted', queueNumber: 4 },
      { status: 'waitlisted', queueNumber: 2 },
      'a1 for b1',
    ],
    ['the one marked present', { attendance: 'absent' }, { attendance: 'attended', queueNumber: 9 }, 'a1 for b1'],
    ['the one that is marked at all', { attendance: null }, { attendance: 'absent', queueNumber: 9 }, 'a1 for b1'],
  ] as const)('become one on one event: %s', (_, a, b, wanted) => {
    expect(endsOf(aBooking({ id: 'a1', ...a }), aBooking({ id: 'b1', ...b }))).toEqual([wanted]);
  });

  it('become one on one course: the firmer, else the earlier date', () => {
    const earlier = { eventId: 'event 2', startsAt: new Date('2026-09-01T09:00:00Z') };
    expect(endsOf(aBooking({ id: 'a1' }), aBooking({ id: 'b1', ...earlier }))).toEqual(['a1 for b1']);
    expect(endsOf(aBooking({ id: 'a1' }), aBooking({ id: 'b1', ...earlier, status: 'offered' }))).toEqual([
      'b1 for a1',
    ]);
  });

  it('stay on one course where one event has begun, which lets go of the course', () => {
    const begun = aBooking({ id: 'b1', eventId: 'event 2', startsAt: new Date('2026-01-01'), hasStarted: true });
    expect(planBookings([aBooking({ id: 'a1' }), begun])).toEqual({ endings: [], lettingGo: ['b1'] });
  });

  it('stay on a course that is a series', () => {
    const series = { holdsCourse: false };
    expect(endsOf(aBooking({ id: 'a1', ...series }), aBooking({ id: 'b1', eventId: 'event 2', ...series }))).toEqual(
      [],
    );
  });

  it('end as waits where the other holds a confirmed place on another date', () => {
    const wait = aBooking({ id: 'b1', eventId: 'event 2', status: 'waitlisted' });
    expect(endsOf(aBooking({ id: 'a1' }), wait)).toEqual(['b1 for a1']);
    expect(endsOf(aBooking({ id: 'a1', status: 'offered' }), wait)).toEqual([]);
  });
});
