import { describe, expect, it } from '@jest/globals';
import {
  type PackBooking,
  attendanceByCourse,
  attendanceOf,
  comingByEvent,
  completionsByTitle,
  runningOutByTitle,
} from './pack-figures';

function aBooking(changes: Partial<PackBooking> = {}): PackBooking {
  return {
    personId: 'person-1',
    personName: 'Nina New',
    jobRole: null,
    agencyName: 'Northside',
    eventId: 'event-1',
    courseId: 'course-1',
    courseTitle: 'Neglect',
    startsAt: new Date('2025-06-16T09:00:00Z'),
    status: 'confirmed',
    attendance: 'attended',
    ...changes,
  };
}

describe('attendance', () => {
  it('counts attended bookings, people once, and partly attended and absent beside', () => {
    const bookings = [
      aBooking(),
      aBooking({ eventId: 'event-2' }),
      aBooking({ personId: 'person-2' }),
      aBooking({ personId: 'person-3', attendance: 'partly_attended' }),
      aBooking({ personId: 'person-4', attendance: 'absent' }),
    ];
    expect(attendanceOf(bookings)).toEqual({ people: 2, attended: 3, partly: 1, absent: 1 });
  });

  it('is told by course in the order of their titles, so that people of two courses are in both rows', () => {
    const other = aBooking({ courseId: 'course-2', courseTitle: 'Exploitation' });
    expect(attendanceByCourse([aBooking(), other])).toEqual([
      { courseTitle: 'Exploitation', people: 1, attended: 1, partly: 0, absent: 0 },
      { courseTitle: 'Neglect', people: 1, attended: 1, partly: 0, absent: 0 },
    ]);
  });
});

describe('completions', () => {
  const now = new Date('2025-08-15T09:00:00Z');
  const one = { id: 'one', title: 'Prevent', expiresAt: new Date('2025-09-01T09:00:00Z') };

  it('count once, though their person works for two of the agencies', () => {
    expect(completionsByTitle([one, one, { ...one, id: 'two' }])).toEqual([{ title: 'Prevent', count: 2 }]);
  });

  it('that ran out are told apart from those that will', () => {
    const past = { ...one, id: 'two', expiresAt: now };
    expect(runningOutByTitle([one, past], now)).toEqual([{ title: 'Prevent', ranOut: 1, runsOut: 1 }]);
  });
});

it('tells of coming events who has a place, who waits, and how many are held, the next first', () => {
  const later = aBooking({ eventId: 'event-2', startsAt: new Date('2025-07-16T09:00:00Z'), status: 'waitlisted' });
  const { eventId, agencyName, courseTitle, startsAt } = aBooking();
  const held = [{ eventId, agencyName, courseTitle, startsAt, places: 2 }];
  expect(comingByEvent([later, aBooking()], held)).toEqual([
    { courseTitle: 'Neglect', startsAt, confirmed: 1, waiting: 0, held: 2 },
    { courseTitle: 'Neglect', startsAt: later.startsAt, confirmed: 0, waiting: 1, held: 0 },
  ]);
});
