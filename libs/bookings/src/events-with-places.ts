import { AgencyEntity, SectorEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { EventView } from '@roundtable/contracts';
import {
  type EventFilters,
  EventQueries,
  type EventWithFacts,
  type ListedEvent,
  PublishedProgramme,
  isComing,
  termDatesOf,
  whyClosed,
} from '@roundtable/events';
import {
  type Actor,
  Clock,
  type ClosureDays,
  Database,
  Page,
  VISITOR,
  type Window,
  WorkingTime,
  found,
  isOffice,
} from '@roundtable/platform';
import { In } from 'typeorm';
import { placesOpenTo, stillKept } from './booking-rules';
import { type EventCounts, PlacesQueries } from './places.queries';
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
    private readonly queries: EventQueries,
    private readonly places: PlacesQueries,
    private readonly workingTime: WorkingTime,
    private readonly programme: PublishedProgramme,
  ) {}

  /** With `hasPlaces`, only published events to come with a place that is open to this actor. */
  async search(
    actor: Actor,
    { hasPlaces, ...filters }: EventFilters & { hasPlaces?: 'true' },
    window: Window,
  ): Promise<Page<EventView>> {
    const wanted = hasPlaces ? { ...filters, id: await this.openIds(actor, filters.id) } : filters;
    if (hasPlaces && wanted.id?.length === 0) return new Page([], 0);
    const page = await this.queries.search(actor, wanted, window);
    return new Page(
      await this.byIds(
        actor,
        page.items.map(({ id }) => id),
      ),
      page.total,
    );
  }

  /** One event this actor may see; 404 otherwise. */
  async one(actor: Actor, id: string): Promise<EventView> {
    const [view] = await this.byIds(actor, [id]);
    return found(view);
  }

  /** An event that staff may see, a draft too, as a visitor would see it once it is published. */
  async asDelegate(actor: Actor, id: string): Promise<EventView> {
    const [view] = await this.views(actor, [id], VISITOR);
    return found(view);
  }

  /** Events by their ids, in that order; those this actor may not see are left out. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<EventView[]> {
    return this.views(actor, ids, actor);
  }

  /** What the actor may see, as `seenBy` sees it: a draft that is shown to somebody else counts as published. */
  private async views(actor: Actor, ids: readonly string[], seenBy: Actor): Promise<EventView[]> {
    if (ids.length === 0) return [];
    const asker = await this.askerOf(seenBy);
    const facts = await this.queries.withFacts(actor, ids, asker.feeType);
    const counts = await this.places.countsOf([...facts.keys()]);
    const registers = isOffice(seenBy)
      ? await this.database.repo(RegisterEntity).findBy({ eventId: In([...facts.keys()]) })
      : [];
    const closedAt = new Map(registers.map((register) => [register.eventId, register.closedAt.toISOString()]));
    const group = await this.groupOf(
      asker,
      [...facts.values()].map(({ event }) => event),
    );
    const closureDays = await this.workingTime.closureDays();
    const now = this.clock.now();
    return ids.flatMap((id) => {
      const one = facts.get(id);
      if (!one) return [];
      if (seenBy !== actor && one.event.status === 'draft') one.event.status = 'published';
      return [
        this.view(one, { ...asker, group }, counts(id), { closedAt: closedAt.get(id) ?? null, closureDays, now }),
      ];
    });
  }

  private async openIds(actor: Actor, among: readonly string[] | undefined): Promise<string[]> {
    const now = this.clock.now();
    const { programme } = await this.programme.now();
    const coming = programme.events.filter((event) => isComing(event, now) && (among?.includes(event.id) ?? true));
    return [...(await this.openAmong(actor, coming))];
  }

  /**
   * Which of these listed events have a place that is open to this actor: one statement, and one more for those that
   * keep places for sectors or cap agencies.
   */
  async openAmong(actor: Actor, events: readonly ListedEvent[]): Promise<Set<string>> {
    const now = this.clock.now();
    const held = await this.places.heldOfAll();
    const unfilled = events.filter(({ id, capacity }) => (held.get(id) ?? 0) < capacity);
    const bound = unfilled.filter(
      ({ kept, agencyCap, groupCap }) => kept.length > 0 || agencyCap !== null || groupCap !== null,
    );
    const open = new Set(unfilled.map(({ id }) => id));
    if (!bound.length) return open;
    const asker = await this.askerOf(actor);
    const counts = await this.places.countsOf(bound.map(({ id }) => id));
    const group = await this.groupOf(asker, bound);
    for (const { id, capacity, agencyCap, groupCap, kept, startsAt } of bound) {
      const binding = startsAt ? stillKept(kept, startsAt, now) : [];
      const facts = { capacity, agencyCap, groupCap, kept: binding, held: counts(id).held };
      if (placesOpenTo(facts, asker.sectors, asker.agencyId, group) === 0) open.delete(id);
    }
    return open;
  }

  private view(
    { event, course, venue, sessions, amounts, kept }: EventWithFacts,
    asker: Asker & { group: readonly string[] },
    { held, waiting }: EventCounts,
    { closedAt, closureDays, now }: { closedAt: string | null; closureDays: ClosureDays; now: Date },
  ): EventView {
    const binding = event.startsAt ? stillKept(kept, event.startsAt, now) : [];
    const { capacity, agencyCap, groupCap } = event;
    const facts = { capacity, agencyCap, groupCap, kept: binding, held };
    const dates = termDatesOf(event, course, closureDays);
    const closed = whyClosed(event, dates, now);
    const isOpen = closed === null || closed.reason === 'not-open-yet';
    return {
      id: event.id,
      reference: event.reference,
      courseId: event.courseId,
      courseTitle: course.title,
      status: event.statusAt(now),
      startsAt: event.startsAt?.toISOString() ?? null,
      endsAt: event.endsAt?.toISOString() ?? null,
      sessions: sessions.map((session) => ({
        id: session.id,
        startsAt: session.startsAt.toISOString(),
        endsAt: session.endsAt.toISOString(),
      })),
      delivery: event.delivery,
      venue: venue?.name ?? null,
      venueId: event.venueId,
      area: event.area,
      runBy: event.trainerNote,
      feePence: amounts.feePence,
      chargePence: amounts.chargePence,
      dateToBeConfirmed: event.isDateless,
      bookingState: closed?.reason ?? 'open',
      bookingOpensAt: dates.bookingOpensAt?.toISOString() ?? null,
      bookingClosesAt: dates.bookingClosesAt?.toISOString() ?? null,
      freeCancellationUntil: dates.freeCancellationUntil?.toISOString() ?? null,
      decideBy: event.decideBy,
      note: event.note,
      capacity,
      placesHeld: held.total,
      placesFree: isOpen ? placesOpenTo(facts, asker.sectors, asker.agencyId, asker.group) : 0,
      waiting,
      waitlistPolicy: event.waitlistPolicy,
      registerClosedAt: closedAt,
      demonstration: event.isDemonstration,
    };
  }

  /** The agencies of the asker's group, where one of these events caps groups. */
  private async groupOf(
    { agencyId }: Asker,
    events: readonly { groupCap: number | null }[],
  ): Promise<readonly string[]> {
    if (agencyId === null || !events.some(({ groupCap }) => groupCap !== null)) return [];
    return (await this.places.groupsOf([agencyId]))(agencyId);
  }

  /** Staff see what is open to anybody who is not bound by a kept place; others what is open to their agency. */
  private async askerOf(actor: Actor): Promise<Asker> {
    const agency =
      actor.agency && actor.agencyId !== null ? { id: actor.agencyId, ...actor.agency } : await this.agencyOf(actor);
    if (!agency) return { agencyId: null, sectors: [], feeType: null };
    return { agencyId: agency.id, sectors: await this.places.sectorAndParent(agency.sector), feeType: agency.feeType };
  }

  private async agencyOf(actor: Actor): Promise<{ id: string; feeType: string; sector: string } | undefined> {
    if (actor.agencyId === null) return undefined;
    return this.database
      .repo(AgencyEntity)
      .createQueryBuilder('agency')
      .innerJoin(SectorEntity, 'sector', 'sector.id = agency.sectorId')
      .select(['agency.id AS id', 'agency.feeType AS feeType', 'sector.name AS sector'])
      .where('agency.id = :id', { id: actor.agencyId })
      .getRawOne<{ id: string; feeType: string; sector: string }>();
  }
}
