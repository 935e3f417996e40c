import { AgencyEntity, SectorEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { EventStatus, EventView } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { type EventEntity, EventQueries, type EventFilters, EventsService } from '@roundtable/events';
import { type Actor, Clock, Database, Page, type Window, found, isOffice } from '@roundtable/platform';
import { In } from 'typeorm';
import { placesOpenTo, stillKept } from './booking-rules';
import { PlacesQueries } from './places.queries';
import { RegisterEntity } from './register.entity';

interface Asker {
  agencyId: string | null;
  sectors: string[];
  feeType: string | null;
}

/** Events as an asker sees them: what they would pay, and the places that are open to them. */
@Injectable()
export class EventsWithPlaces {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly queries: EventQueries,
    private readonly places: PlacesQueries,
  ) {}

  async search(actor: Actor, wanted: EventFilters, window: Window): Promise<Page<EventView>> {
    const page = await this.queries.search(actor, wanted, window);
    return new Page(await this.views(actor, page.items), page.total);
  }

  /** One event this actor may see; 404 otherwise. */
  async one(actor: Actor, id: string): Promise<EventView> {
    const page = await this.queries.search(
      actor,
      { id: [id] },
      { skip: 0, take: 1, sort: 'event.startsAt', order: 'ASC' },
    );
    const [view] = await this.views(actor, page.items);
    return found(view);
  }

  private async views(actor: Actor, events: EventEntity[]): Promise<EventView[]> {
    if (events.length === 0) return [];
    const ids = events.map((event) => event.id);
    const asker = await this.askerOf(actor);
    const counts = await this.places.countsOf(ids);
    const [sessions, fees, kept, venues, courses, registers] = [
      await this.events.sessionsOf(ids),
      await this.events.feesFor(ids, asker.feeType),
      await this.events.keptPlacesOf(ids),
      await this.events.venuesOf(events.flatMap((event) => event.venueId ?? [])),
      await this.database
        .repo(CourseEntity)
        .find({ select: { id: true, title: true }, where: { id: In(events.map((event) => event.courseId)) } }),
      isOffice(actor) ? await this.database.repo(RegisterEntity).findBy({ eventId: In(ids) }) : [],
    ];
    const titles = new Map(courses.map((course) => [course.id, course.title]));
    const closedAt = new Map(registers.map((register) => [register.eventId, register.closedAt.toISOString()]));
    const now = this.clock.now();
    return events.map((event) => {
      const { held, waiting } = counts(event.id);
      const binding = event.startsAt ? stillKept(kept.get(event.id) ?? [], event.startsAt, now) : [];
      const facts = { capacity: event.capacity, agencyCap: event.agencyCap, kept: binding, held };
      const isOpen = event.status === 'published' && !event.hasStarted(now);
      return {
        id: event.id,
        reference: event.reference,
        courseId: event.courseId,
        courseTitle: titles.get(event.courseId) ?? '',
        status: statusOf(event, now),
        startsAt: event.startsAt?.toISOString() ?? null,
        endsAt: event.endsAt?.toISOString() ?? null,
        sessions: (sessions.get(event.id) ?? []).map((session) => ({
          id: session.id,
          startsAt: session.startsAt.toISOString(),
          endsAt: session.endsAt.toISOString(),
        })),
        delivery: event.delivery,
        venue: event.venueId === null ? null : (venues.get(event.venueId)?.name ?? null),
        venueId: event.venueId,
        area: event.area,
        feePence: fees.get(event.id) ?? 0,
        capacity: event.capacity,
        placesHeld: held.total,
        placesFree: isOpen ? placesOpenTo(facts, asker.sectors, asker.agencyId) : 0,
        waiting,
        waitlistPolicy: event.waitlistPolicy,
        registerClosedAt: closedAt.get(event.id) ?? null,
        demonstration: event.isDemonstration,
      };
    });
  }

  /** Staff see what is open to anybody who is not bound by a kept place; others what is open to their agency. */
  private async askerOf(actor: Actor): Promise<Asker> {
    const agency =
      actor.agencyId === null
        ? undefined
        : await this.database
            .repo(AgencyEntity)
            .createQueryBuilder('agency')
            .innerJoin(SectorEntity, 'sector', 'sector.id = agency.sectorId')
            .select(['agency.id AS id', 'agency.feeType AS feeType', 'sector.name AS sector'])
            .where('agency.id = :id', { id: actor.agencyId })
            .getRawOne<{ id: string; feeType: string; sector: string }>();
    if (!agency) return { agencyId: null, sectors: [], feeType: null };
    return { agencyId: agency.id, sectors: await this.places.sectorAndParent(agency.sector), feeType: agency.feeType };
  }
}

function statusOf(event: EventEntity, now: Date): EventStatus {
  return event.status === 'published' && event.hasEnded(now) ? 'ended' : event.status;
}
