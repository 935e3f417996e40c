import { AgencyEntity, SectorsService } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import { PersonEntity } from '@roundtable/people';
import { Database } from '@roundtable/platform';
import { In } from 'typeorm';
import { BookingEntity } from './booking.entity';
import { type PlacesFacts, type PlacesHeld, placesOpenTo } from './booking-rules';

interface CountRow {
  event_id: string;
  status: string;
  sector: string;
  agency_id: string;
  n: number | string;
}

interface EventCount {
  total: number;
  bySector: Map<string, number>;
  byAgency: Map<string, number>;
  waiting: number;
  waitingFrom: WaitingFrom[];
}

export interface EventCounts {
  held: PlacesHeld;
  waiting: number;
  /** From which sectors and agencies people wait. */
  waitingFrom: readonly WaitingFrom[];
}

export interface WaitingFrom {
  sector: string;
  agencyId: string;
}

const NOBODY: EventCounts = {
  held: { total: 0, bySector: new Map(), byAgency: new Map() },
  waiting: 0,
  waitingFrom: [],
};

const PARENTS_FRESH_MS = 5000;

/** How many places are held: always counted, never kept. */
@Injectable()
export class PlacesQueries {
  private parentsByName = new Map<string, string>();
  private parentsReadAt = 0;

  constructor(
    private readonly database: Database,
    private readonly sectors: SectorsService,
  ) {}

  /** Places held and people waiting, for each of these events, in one query. */
  async countsOf(eventIds: readonly string[]): Promise<(eventId: string) => EventCounts> {
    if (eventIds.length === 0) return () => NOBODY;
    const marks = eventIds.map(() => '?').join(', ');
    const rows = await this.database.query<CountRow>(
      `SELECT event_id, status, sector, agency_id, COUNT(*) AS n FROM bookings
       WHERE event_id IN (${marks}) AND (status IN ('confirmed', 'offered', 'waitlisted')
         OR (status = 'awaiting_approval' AND place_found_at IS NOT NULL))
       GROUP BY event_id, status, sector, agency_id
       UNION ALL
       SELECT event_id, 'team' AS status, sector, agency_id, SUM(places) AS n FROM team_places
       WHERE event_id IN (${marks}) AND released_at IS NULL
       GROUP BY event_id, sector, agency_id`,
      [...eventIds, ...eventIds],
    );
    const parents = rows.some((row) => row.status !== 'waitlisted') ? await this.parents() : new Map<string, string>();
    const counts = new Map<string, EventCount>();
    for (const row of rows) {
      const count: EventCount = counts.get(row.event_id) ?? {
        total: 0,
        bySector: new Map(),
        byAgency: new Map(),
        waiting: 0,
        waitingFrom: [],
      };
      counts.set(row.event_id, count);
      const n = Number(row.n);
      if (row.status === 'waitlisted') {
        count.waiting += n;
        count.waitingFrom.push({ sector: row.sector, agencyId: row.agency_id });
      } else {
        count.total += n;
        count.byAgency.set(row.agency_id, (count.byAgency.get(row.agency_id) ?? 0) + n);
        for (const sector of [row.sector, parents.get(row.sector)])
          if (sector !== undefined) count.bySector.set(sector, (count.bySector.get(sector) ?? 0) + n);
      }
    }
    return (eventId) => {
      const count = counts.get(eventId);
      return count ? { held: count, waiting: count.waiting, waitingFrom: count.waitingFrom } : NOBODY;
    };
  }

  /** Who holds the places of an event, by name: whom staff may move or release. */
  async holdersOf(eventId: string): Promise<{ id: string; reference: string; name: string; status: string }[]> {
    return this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
      .select(['booking.id AS id', 'booking.reference AS reference'])
      .addSelect(['person.name AS name', 'booking.status AS status'])
      .where('booking.eventId = :eventId', { eventId })
      .andWhere(
        "(booking.status IN ('confirmed', 'offered') OR (booking.status = 'awaiting_approval' AND booking.placeFoundAt IS NOT NULL))",
      )
      .orderBy('person.nameKey')
      .addOrderBy('booking.id')
      .getRawMany();
  }

  /** How many places are held of every event, from the index alone; events without a booking have no entry. */
  async heldOfAll(): Promise<Map<string, number>> {
    const rows = await this.database.query<{ event_id: string; held: number | string }>(
      `SELECT event_id, SUM(held) AS held FROM (
         SELECT event_id, COUNT(*) AS held FROM bookings
         WHERE status IN ('confirmed', 'offered') OR (status = 'awaiting_approval' AND place_found_at IS NOT NULL)
         GROUP BY event_id
         UNION ALL
         SELECT event_id, SUM(places) AS held FROM team_places WHERE released_at IS NULL GROUP BY event_id
       ) AS places_held GROUP BY event_id`,
    );
    return new Map(rows.map(({ event_id, held }) => [event_id, Number(held)]));
  }

  /** A sector and the one above it, by name: places kept for health are open to an acute trust. */
  async sectorAndParent(sector: string): Promise<string[]> {
    const parent = (await this.parents()).get(sector);
    return parent === undefined ? [sector] : [sector, parent];
  }

  /**
   * How many places are open to each of these, by their sector and agency, under the caps and kept places of the event;
   * what is read once serves for all of them.
   */
  async openToEach<Asker extends { sector: string; agencyId: string }>(
    event: { groupCap: number | null },
    askers: readonly Asker[],
  ): Promise<(facts: PlacesFacts, asker: Asker) => number> {
    const parents = await this.parents();
    const groupOf: (agencyId: string) => readonly string[] =
      event.groupCap === null || askers.length === 0
        ? () => []
        : await this.groupsOf(askers.map(({ agencyId }) => agencyId));
    return (facts, { sector, agencyId }) => {
      const parent = parents.get(sector);
      return placesOpenTo(facts, parent === undefined ? [sector] : [sector, parent], agencyId, groupOf(agencyId));
    };
  }

  /** The same for one. */
  async openTo(
    event: { groupCap: number | null },
    facts: PlacesFacts,
    asker: { sector: string; agencyId: string },
  ): Promise<number> {
    return (await this.openToEach(event, [asker]))(facts, asker);
  }

  /** All agencies of the group that each of these belongs to, itself included; none where it belongs to none. */
  async groupsOf(agencyIds: readonly string[]): Promise<(agencyId: string) => readonly string[]> {
    const agencies = this.database.repo(AgencyEntity);
    const own = await agencies.find({
      select: { id: true, groupId: true },
      where: { id: In([...new Set(agencyIds)]) },
    });
    const groupIds = [...new Set(own.flatMap(({ groupId }) => groupId ?? []))];
    const all = groupIds.length
      ? await agencies.find({ select: { id: true, groupId: true }, where: { groupId: In(groupIds) } })
      : [];
    const groupOf = new Map(own.map(({ id, groupId }) => [id, groupId]));
    return (agencyId) => {
      const groupId = groupOf.get(agencyId) ?? null;
      return groupId === null ? [] : all.filter((one) => one.groupId === groupId).map(({ id }) => id);
    };
  }

  /** The sector above each, by name. Sectors hardly change, so what was read is good for a few seconds. */
  private async parents(): Promise<Map<string, string>> {
    if (Date.now() - this.parentsReadAt > PARENTS_FRESH_MS) {
      this.parentsByName = await this.readParents();
      this.parentsReadAt = Date.now();
    }
    return this.parentsByName;
  }

  private async readParents(): Promise<Map<string, string>> {
    const all = await this.sectors.all();
    const names = new Map(all.map((sector) => [sector.id, sector.name]));
    return new Map(
      all.flatMap((sector) => {
        const parent = sector.parentId === null ? undefined : names.get(sector.parentId);
        return parent === undefined ? [] : [[sector.name, parent] as const];
      }),
    );
  }
}
