import { SectorsService } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import { Database } from '@roundtable/platform';
import type { PlacesHeld } from './booking-rules';
import { BookingEntity } from './booking.entity';

interface CountRow {
  event_id: string;
  status: string;
  sector: string;
  agency_id: string;
  n: number | string;
}

export interface EventCounts {
  held: PlacesHeld;
  waiting: number;
}

const NOBODY: EventCounts = { held: { total: 0, bySector: new Map(), byAgency: new Map() }, waiting: 0 };

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
    const rows = await this.database.query<CountRow>(
      `SELECT event_id, status, sector, agency_id, COUNT(*) AS n FROM bookings
       WHERE event_id IN (${eventIds.map(() => '?').join(', ')}) AND status IN ('confirmed', 'offered', 'awaiting_approval', 'waitlisted')
       GROUP BY event_id, status, sector, agency_id`,
      [...eventIds],
    );
    const parents = rows.some((row) => row.status !== 'waitlisted') ? await this.parents() : new Map<string, string>();
    const counts = new Map<
      string,
      { total: number; bySector: Map<string, number>; byAgency: Map<string, number>; waiting: number }
    >();
    for (const row of rows) {
      const count = counts.get(row.event_id) ?? { total: 0, bySector: new Map(), byAgency: new Map(), waiting: 0 };
      counts.set(row.event_id, count);
      const n = Number(row.n);
      if (row.status === 'waitlisted') count.waiting += n;
      else {
        count.total += n;
        count.byAgency.set(row.agency_id, (count.byAgency.get(row.agency_id) ?? 0) + n);
        for (const sector of [row.sector, parents.get(row.sector)])
          if (sector !== undefined) count.bySector.set(sector, (count.bySector.get(sector) ?? 0) + n);
      }
    }
    return (eventId) => {
      const count = counts.get(eventId);
      return count ? { held: count, waiting: count.waiting } : NOBODY;
    };
  }

  /** How many places are held of every event, from the index alone; events without a booking have no entry. */
  async heldOfAll(): Promise<Map<string, number>> {
    const rows = await this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .select(['booking.eventId AS eventId', 'COUNT(*) AS held'])
      .where("booking.status IN ('confirmed', 'offered', 'awaiting_approval')")
      .groupBy('booking.eventId')
      .getRawMany<{ eventId: string; held: number | string }>();
    return new Map(rows.map(({ eventId, held }) => [eventId, Number(held)]));
  }

  /** A sector and the one above it, by name: places kept for health are open to an acute trust. */
  async sectorAndParent(sector: string): Promise<string[]> {
    const parent = (await this.parents()).get(sector);
    return parent === undefined ? [sector] : [sector, parent];
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
