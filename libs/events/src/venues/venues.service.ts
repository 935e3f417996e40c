import { Injectable } from '@nestjs/common';
import type { NewVenue, VenueChange, VenueView } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Page,
  changedFields,
  folded,
  found,
  invalid,
  isDuplicate,
  newId,
  windowOf,
} from '@roundtable/platform';
import { showEventsAnew } from '../browsing/showing-anew';
import type { VenueListQuery } from './venue.dto';
import { VenueEntity } from './venue.entity';
import { venueView } from './venue.view';

const SORTS = { name: 'venue.nameKey', safeLimit: 'venue.safeLimit', createdAt: 'venue.createdAt', id: 'venue.id' };

/** Places where people meet; everybody may know them. */
@Injectable()
export class VenuesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Venues by name; without those that were archived, unless they are asked for. */
  async list(_actor: Actor, query: VenueListQuery): Promise<Page<VenueView>> {
    const window = windowOf(query, SORTS, { sort: 'name', order: 'ASC' });
    const rows = this.database.repo(VenueEntity).createQueryBuilder('venue').where('1 = 1');
    if (query.id) rows.andWhere('venue.id IN (:...ids)', { ids: query.id });
    else if (query.archived !== 'all')
      rows.andWhere(`venue.archivedAt IS ${query.archived === 'true' ? 'NOT NULL' : 'NULL'}`);
    if (query.q) rows.andWhere('venue.nameKey LIKE :q', { q: `%${folded(query.q)}%` });
    const [venues, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('venue.id')
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(venues.map(venueView), total);
  }

  async one(id: string): Promise<VenueView> {
    return venueView(found(await this.database.repo(VenueEntity).findOneBy({ id })));
  }

  /** Adds a venue. Refuses a name that is there already, whatever its case or accents. */
  async create(actor: Actor, wanted: NewVenue): Promise<VenueView> {
    return this.withItsOwnName(async () => {
      const venue = await this.insert(wanted);
      await this.record(actor, 'venue.create', venue, { after: { ...venueView(venue) } });
      return venueView(venue);
    });
  }

  /**
   * Changes a venue, archives it or brings it back. A safe limit below what is planned is kept, since it is a fact of the
   * room: the events say so themselves. Refuses as `create`.
   */
  async change(actor: Actor, id: string, { archived, name, ...facts }: VenueChange): Promise<VenueView> {
    return this.withItsOwnName(async () => {
      const venues = this.database.repo(VenueEntity);
      const venue = found(await venues.findOneBy({ id }));
      const before = venueView(venue);
      if (name !== undefined) Object.assign(venue, { name: name.trim(), nameKey: folded(name) });
      if (facts.address !== undefined) venue.address = facts.address?.trim() || null;
      if (facts.mapUrl !== undefined) venue.mapUrl = facts.mapUrl || null;
      if (facts.accessNotes !== undefined) venue.accessNotes = facts.accessNotes?.trim() || null;
      if (facts.safeLimit !== undefined) venue.safeLimit = facts.safeLimit;
      if (archived !== undefined) venue.archivedAt = archived ? (venue.archivedAt ?? this.clock.now()) : null;
      await venues.save(venue);
      if (venue.name !== before.name) await showEventsAnew(this.database, { venueId: id });
      await this.record(actor, 'venue.change', venue, changedFields(before, venueView(venue)));
      return venueView(venue);
    });
  }

  /** Every venue, for imports that name them. */
  async byName(): Promise<Map<string, VenueEntity>> {
    const rows = await this.database.repo(VenueEntity).find();
    return new Map(rows.map((row) => [row.nameKey, row]));
  }

  /** Writes a venue whose name is new. */
  async insert(wanted: NewVenue): Promise<VenueEntity> {
    const venue = this.database.repo(VenueEntity).create({
      id: newId(),
      name: wanted.name.trim(),
      nameKey: folded(wanted.name),
      address: wanted.address?.trim() || null,
      mapUrl: wanted.mapUrl || null,
      accessNotes: wanted.accessNotes?.trim() || null,
      safeLimit: wanted.safeLimit ?? null,
      archivedAt: null,
      createdAt: this.clock.now(),
    });
    await this.database.repo(VenueEntity).insert(venue);
    return venue;
  }

  private async withItsOwnName(work: () => Promise<VenueView>): Promise<VenueView> {
    try {
      return await this.database.transaction(work);
    } catch (error) {
      throw isDuplicate(error) ? invalid({ name: 'There is already a venue with this name' }) : error;
    }
  }

  private async record(
    actor: Actor,
    action: string,
    venue: VenueEntity,
    facts: { before?: Record<string, unknown>; after: Record<string, unknown> },
  ): Promise<void> {
    await this.audit.record(actor, { action, subjectKind: 'venue', subjectId: venue.id, ...facts });
  }
}
