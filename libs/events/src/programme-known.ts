import { EVERY_FEE_TYPE } from '@roundtable/courses';
import type { Database } from '@roundtable/platform';
import { In, IsNull, Not } from 'typeorm';
import { EventFeeEntity } from './event-fee.entity';
import { EventSessionEntity } from './event-session.entity';
import { EventEntity } from './event.entity';
import type { ImportedEvent } from './programme-differences';
import type { VenueEntity } from './venues/venue.entity';

/** The events that a programme may name again: by what an earlier sheet called them, and by course and start. */
export class KnownEvents {
  private readonly byKey = new Map<string, ImportedEvent>();
  private readonly byStart = new Map<string, ImportedEvent>();

  /** Every event with a date, but for those that were planned by hand and cancelled. */
  static async read(database: Database, venues: ReadonlyMap<string, VenueEntity>): Promise<KnownEvents> {
    const rows = await database.repo(EventEntity).findBy([
      { importKey: Not(IsNull()), period: IsNull() },
      { importKey: IsNull(), period: IsNull(), status: Not('cancelled') },
    ]);
    const ids = rows.map(({ id }) => id);
    const [sessions, fees] = ids.length
      ? [
          await database.repo(EventSessionEntity).findBy({ eventId: In(ids), position: 0 }),
          await database.repo(EventFeeEntity).findBy({ eventId: In(ids), feeType: EVERY_FEE_TYPE }),
        ]
      : [[], []];
    const venueNames = new Map([...venues.values()].map(({ id, name }) => [id, name]));
    const endOf = new Map(sessions.map(({ eventId, localEnd }) => [eventId, localEnd]));
    const feeOf = new Map(fees.map(({ eventId, pence }) => [eventId, pence]));
    const known = new KnownEvents();
    for (const event of rows)
      known.add(event, {
        end: endOf.get(event.id) ?? '',
        delivery: event.delivery,
        venue: venueNames.get(event.venueId ?? '') ?? null,
        feePence: feeOf.get(event.id) ?? null,
        capacity: event.capacity,
      });
    return known;
  }

  find(wanted: { importKey: string; courseId: string; startsAt: Date }): ImportedEvent | undefined {
    return this.byKey.get(wanted.importKey) ?? this.byStart.get(startKey(wanted.courseId, wanted.startsAt));
  }

  add(
    event: { importKey: string | null; courseId: string; startsAt: Date | null; status: string },
    known: ImportedEvent,
  ): void {
    if (event.importKey !== null) this.byKey.set(event.importKey, known);
    if (event.startsAt !== null && event.status !== 'cancelled')
      this.byStart.set(startKey(event.courseId, event.startsAt), known);
  }
}

function startKey(courseId: string, startsAt: Date): string {
  return `${courseId} ${startsAt.toISOString()}`;
}
