import { SectorEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { Delivery } from '@roundtable/contracts';
import { PlacesQueries, RegisterEntity, placesOpenTo, stillKept } from '@roundtable/bookings';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, EventsService, ExpectedMixEntity, VenueEntity } from '@roundtable/events';
import { Clock, Database, WorkingTime } from '@roundtable/platform';
import { type EventFacts, isRegisterLate, lackingSectors } from './morning-rules';

const BEHIND_MS = 60 * 24 * 3600_000;
const MOST_EVENTS = 1000;

export interface MorningEventFacts extends EventFacts {
  delivery: Delivery;
  venue: string | null;
}

/** The events that the morning list is made from: those to come, and those of two months whose register is open. */
@Injectable()
export class MorningEventQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly places: PlacesQueries,
    private readonly workingTime: WorkingTime,
  ) {}

  async all(): Promise<MorningEventFacts[]> {
    const now = this.clock.now();
    const { entities, raw } = await this.database
      .repo(EventEntity)
      .createQueryBuilder('event')
      .innerJoin(CourseEntity, 'course', 'course.id = event.courseId')
      .leftJoin(VenueEntity, 'venue', 'venue.id = event.venueId')
      .leftJoin(RegisterEntity, 'register', 'register.eventId = event.id')
      .select('event')
      .addSelect('course.title', 'courseTitle')
      .addSelect('venue.name', 'venueName')
      .where("event.status <> 'cancelled' AND event.period IS NULL AND event.startsAt IS NOT NULL")
      .andWhere(
        "(event.endsAt > :now OR (event.endsAt > :since AND event.status = 'published' AND register.id IS NULL))",
        {
          now,
          since: new Date(now.getTime() - BEHIND_MS),
        },
      )
      .orderBy('event.startsAt')
      .addOrderBy('event.id')
      .limit(MOST_EVENTS)
      .getRawAndEntities<{ courseTitle: string; venueName: string | null }>();
    const ids = entities.map(({ id }) => id);
    const counts = await this.places.countsOf(ids);
    const kept = await this.events.keptPlacesOf(ids);
    const expected = await this.expectedOf(ids);
    const closureDays = await this.workingTime.closureDays();
    return entities.map((event, index) => {
      const { held, waiting } = counts(event.id);
      const keeping = kept.get(event.id) ?? [];
      const startsAt = event.startsAt ?? now;
      const hasStarted = event.hasStarted(now);
      const facts = { capacity: event.capacity, agencyCap: event.agencyCap, groupCap: event.groupCap, held };
      const isOpen = event.status === 'published' && !hasStarted;
      return {
        id: event.id,
        courseTitle: raw[index]?.courseTitle ?? '',
        startsAt: startsAt.toISOString(),
        capacity: event.capacity,
        placesHeld: held.total,
        placesFree: isOpen ? placesOpenTo({ ...facts, kept: stillKept(keeping, startsAt, now) }, [], null) : 0,
        waiting,
        lacking: lackingSectors({ kept: keeping, expected: expected.get(event.id) ?? [] }, held.bySector),
        status: event.status === 'draft' ? 'draft' : 'published',
        hasStarted,
        hasEnded: event.hasEnded(now),
        isRegisterLate: event.endsAt !== null && isRegisterLate(event.endsAt, now, closureDays),
        delivery: event.delivery,
        venue: raw[index]?.venueName ?? null,
      };
    });
  }

  private async expectedOf(eventIds: readonly string[]): Promise<Map<string, { sector: string; people: number }[]>> {
    if (eventIds.length === 0) return new Map();
    const rows = await this.database
      .repo(ExpectedMixEntity)
      .createQueryBuilder('mix')
      .innerJoin(SectorEntity, 'sector', 'sector.id = mix.sectorId')
      .select(['mix.eventId AS eventId', 'mix.people AS people', 'sector.name AS sector'])
      .where('mix.eventId IN (:...eventIds)', { eventIds })
      .orderBy('sector.position')
      .getRawMany<{ eventId: string; people: number; sector: string }>();
    const byEvent = new Map<string, { sector: string; people: number }[]>();
    for (const { eventId, people, sector } of rows)
      byEvent.set(eventId, [...(byEvent.get(eventId) ?? []), { sector, people }]);
    return byEvent;
  }
}
