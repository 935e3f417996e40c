import { BookingEntity } from '@roundtable/bookings';
import type { EventEntity } from '@roundtable/events';
import type { PersonSnapshot } from '@roundtable/people';
import { newId, newReference } from '@roundtable/platform';

const BOOKED_BEFORE_MS = 30 * 24 * 3600_000;

/** A place on an event that is over, of an invented delegate who was there: nobody can book it any more. */
export function pastBooking(
  event: EventEntity,
  { personId, snapshot, queueNumber }: { personId: string; snapshot: PersonSnapshot; queueNumber: number },
): BookingEntity {
  if (!event.startsAt) throw new Error('An event without a date is not over.');
  return Object.assign(new BookingEntity(), {
    id: newId(),
    reference: newReference('RT'),
    eventId: event.id,
    courseId: event.courseId,
    personId,
    agencyId: snapshot.agencyId,
    sector: snapshot.sector,
    jobRole: snapshot.jobRole,
    area: snapshot.area,
    status: 'confirmed' as const,
    queueNumber,
    liveEventKey: `${event.id}|${personId}`,
    liveCourseKey: null,
    bookedById: personId,
    requestedAt: new Date(event.startsAt.getTime() - BOOKED_BEFORE_MS),
    endedAt: null,
    endReason: null,
    offeredUntil: null,
    offersMissed: 0,
    promotedAt: null,
    attendance: 'attended' as const,
    orderNumber: null,
    replacesId: null,
  });
}
