import type { Attendance, BookingStatus } from '@roundtable/contracts';

/** A booking that has not ended, with what decides which of two stays. */
export interface MergingBooking {
  id: string;
  personId: string;
  eventId: string;
  courseId: string;
  status: BookingStatus;
  attendance: Attendance | null;
  queueNumber: number;
  /** Whether the schema allows one place on the course only, and this booking holds it. */
  holdsCourse: boolean;
  startsAt: Date | null;
  hasStarted: boolean;
}

/** A booking that ends because the person has another one. */
export interface Ending {
  ended: MergingBooking;
  kept: MergingBooking;
  why: string;
}

export interface BookingMergePlan {
  endings: Ending[];
  /** Bookings on events that have begun, which let go of the one place on their course. */
  lettingGo: string[];
}

const PRESENCE = ['absent', 'partly_attended', 'attended'];
const STRENGTH = ['waitlisted', 'awaiting_approval', 'offered', 'confirmed'];

const byPresence = (one: MergingBooking, other: MergingBooking) =>
  PRESENCE.indexOf(other.attendance ?? '') - PRESENCE.indexOf(one.attendance ?? '');
const byStrength = (one: MergingBooking, other: MergingBooking) =>
  STRENGTH.indexOf(other.status) - STRENGTH.indexOf(one.status);
const byTurn = (one: MergingBooking, other: MergingBooking) => one.queueNumber - other.queueNumber;
const byStart = (one: MergingBooking, other: MergingBooking) =>
  (one.startsAt?.getTime() ?? Infinity) - (other.startsAt?.getTime() ?? Infinity);

/**
 * What becomes of the bookings of two people who are one. On one event one booking stays: the one marked present, else
 * the firmer one, else the one asked for first. Of two coming events of a course one place stays: the firmer, else the
 * earlier. Where one of the events has begun both stay, and the begun one no longer counts as the place on the course.
 * A confirmed place ends waits on other dates. `bookings` are those of both that have not ended.
 */
export function planBookings(bookings: readonly MergingBooking[]): BookingMergePlan {
  const endings: Ending[] = [];
  const lettingGo: string[] = [];
  for (const pair of pairsBy(bookings, ({ eventId }) => eventId)) {
    const [kept, ended] = best(pair, [byPresence, byStrength, byTurn]);
    endings.push({ ended, kept, why: whyOnEvent(kept, ended) });
  }
  const left = bookings.filter(({ id }) => !endings.some(({ ended }) => ended.id === id));
  for (const pair of pairsBy(
    left.filter(({ holdsCourse }) => holdsCourse),
    ({ courseId }) => courseId,
  )) {
    const begun = [...pair].sort(byStart).find(({ hasStarted }) => hasStarted);
    if (begun) {
      lettingGo.push(begun.id);
      continue;
    }
    const [kept, ended] = best(pair, [byStrength, byStart]);
    endings.push({ ended, kept, why: 'One place on a course: the firmer one stays, else the earlier date' });
  }
  for (const wait of left.filter(({ status, hasStarted }) => status === 'waitlisted' && !hasStarted)) {
    const place = left.find(
      (one) =>
        one.courseId === wait.courseId &&
        one.personId !== wait.personId &&
        one.status === 'confirmed' &&
        one.holdsCourse &&
        !one.hasStarted &&
        !endings.some(({ ended }) => ended.id === one.id),
    );
    if (place) endings.push({ ended: wait, kept: place, why: 'A place on another date of this course is confirmed' });
  }
  return { endings, lettingGo };
}

function pairsBy(
  bookings: readonly MergingBooking[],
  key: (booking: MergingBooking) => string,
): [MergingBooking, MergingBooking][] {
  const groups = new Map<string, MergingBooking[]>();
  for (const booking of bookings) groups.set(key(booking), [...(groups.get(key(booking)) ?? []), booking]);
  return [...groups.values()].filter((group): group is [MergingBooking, MergingBooking] => group.length === 2);
}

function best(
  pair: [MergingBooking, MergingBooking],
  orders: ((one: MergingBooking, other: MergingBooking) => number)[],
): [MergingBooking, MergingBooking] {
  const [one, other] = pair;
  for (const order of orders) {
    const difference = order(one, other);
    if (difference !== 0) return difference < 0 ? [one, other] : [other, one];
  }
  return one.id < other.id ? [one, other] : [other, one];
}

function whyOnEvent(kept: MergingBooking, ended: MergingBooking): string {
  if (kept.attendance !== ended.attendance) return 'Two bookings on one event: the one with the presence stays';
  if (kept.status !== ended.status) return 'Two bookings on one event: the firmer one stays';
  return 'Two bookings on one event: the one asked for first stays';
}
