import { describe, expect, it } from '@jest/globals';
import { MISSING_MODULE, NOW, aBooking, aCourse, anEvent } from '../frame/views.builder';
import { coursePage } from './course.presenter';

const open = anEvent({ id: 'event-2', startsAt: '2024-06-05T08:30:00.000Z', endsAt: '2024-06-05T11:30:00.000Z' });
const full = anEvent({ placesFree: 0 });

describe('a course', () => {
  it('offers the first date with places as the thing to do', () => {
    const { dates } = coursePage(aCourse(), [full, open], null, [], NOW);
    expect(dates.map(({ id, bookText, isPrimary }) => [id, bookText, isPrimary])).toEqual([
      ['event-1', 'Join the waiting list', false],
      ['event-2', 'Book this date', true],
    ]);
  });

  it('offers the e-learning first where nothing can be booked before it', () => {
    const page = coursePage(aCourse(), [open], [MISSING_MODULE], [], NOW);
    expect(page.doFirst).toEqual({ text: 'Start the e-learning', href: MISSING_MODULE.url });
    expect(page.dates.some(({ isPrimary }) => isPrimary)).toBe(false);
    expect(
      coursePage(aCourse({ prerequisitePolicy: 'provisional' }), [open], [MISSING_MODULE], [], NOW).doFirst,
    ).toBeNull();
  });

  it('says whether a signed-in person has completed what comes first, and nothing to a visitor', () => {
    const state = (missing: (typeof MISSING_MODULE)[] | null) =>
      coursePage(aCourse(), [], missing, [], NOW).comesFirst[0]?.state;
    expect([state(null), state([]), state([MISSING_MODULE])]).toEqual(['unknown', 'done', 'missing']);
  });

  it('leads whoever has a booking to it', () => {
    const page = coursePage(aCourse(), [open], [], [aBooking({ status: 'waitlisted' })], NOW);
    expect(page.booked).toEqual({
      words: 'You are on the waiting list for a date of this course.',
      href: '/my-training/bookings/booking-1',
    });
    expect(coursePage(aCourse(), [open], [], [aBooking({ courseId: 'course-9' })], NOW).booked).toBeNull();
  });
});
