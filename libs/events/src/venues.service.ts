import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Page,
  folded,
  invalid,
  isDuplicate,
  newId,
  windowOf,
} from '@roundtable/platform';
import type { NewVenueDto, VenueListQuery } from './venue.dto';
import { VenueEntity } from './venue.entity';
import { type VenueView, venueView } from './venue.view';

const SORTS = { name: 'venue.nameKey', safeLimit: 'venue.safeLimit', createdAt: 'venue.createdAt', id: 'venue.id' };

/** Places where people meet; everybody may know them. */
@Injectable()
export class VenuesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Venues by name. */
  async list(_actor: Actor, query: VenueListQuery): Promise<Page<VenueView>> {
    const window = windowOf(query, SORTS, { sort: 'name', order: 'ASC' });
    const rows = this.database.repo(VenueEntity).createQueryBuilder('venue').where('1 = 1');
    if (query.id) rows.andWhere('venue.id IN (:...ids)', { ids: query.id });
    if (query.q) rows.andWhere('venue.nameKey LIKE :q', { q: `%${folded(query.q)}%` });
    const [venues, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('venue.id')
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(venues.map(venueView), total);
  }

  /** Adds a venue. Refuses a name that is there already, whatever its case or accents. */
  async create(actor: Actor, wanted: NewVenueDto): Promise<VenueView> {
    try {
      return await this.database.transaction(async () => {
        const venue = await this.insert(wanted);
        await this.audit.record(actor, {
          action: 'venue.create',
          subjectKind: 'venue',
          subjectId: venue.id,
          after: { ...venueView(venue) },
        });
        return venueView(venue);
      });
    } catch (error) {
      throw isDuplicate(error) ? invalid({ name: 'There is already a venue with this name' }) : error;
    }
  }

  /** Every venue, for imports that name them. */
  async byName(): Promise<Map<string, VenueEntity>> {
    const rows = await this.database.repo(VenueEntity).find();
    return new Map(rows.map((row) => [row.nameKey, row]));
  }

  /** Writes a venue whose name is new. */
  async insert(wanted: NewVenueDto): Promise<VenueEntity> {
    const venue = this.database.repo(VenueEntity).create({
      id: newId(),
      name: wanted.name.trim(),
      nameKey: folded(wanted.name),
      address: wanted.address?.trim() || null,
      safeLimit: wanted.safeLimit ?? null,
      createdAt: this.clock.now(),
    });
    await this.database.repo(VenueEntity).insert(venue);
    return venue;
  }
}
