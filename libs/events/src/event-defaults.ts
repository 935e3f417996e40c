import { newId, newReference } from '@roundtable/platform';
import type { EventEntity } from './event.entity';

type Facts = Pick<EventEntity, 'courseId' | 'capacity' | 'delivery' | 'isDemonstration' | 'createdAt'>;

/** The columns of a new event: a draft without date, venue or history, but for what is given. */
export function newEvent(
  facts: Facts & Partial<EventEntity>,
): Omit<EventEntity, 'hasEnded' | 'hasStarted' | 'statusAt' | 'isDateless' | 'revision'> {
  return {
    id: newId(),
    gate: 0,
    reference: newReference('EV'),
    status: 'draft',
    venueId: null,
    area: null,
    startsAt: null,
    endsAt: null,
    period: null,
    waitlistPolicy: 'by-time',
    agencyCap: null,
    groupCap: null,
    bookingOpensAt: null,
    bookingClosesAt: null,
    bookingClosesWorkingDays: null,
    freeCancellationWorkingDays: null,
    costCode: null,
    minimumPlaces: null,
    decideBy: null,
    note: null,
    importKey: null,
    trainerNote: null,
    cancelReason: null,
    duplicatedFromId: null,
    ...facts,
  };
}
