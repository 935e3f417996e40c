import { Injectable } from '@nestjs/common';
import type {
  Area,
  NewOtherProviderEvent,
  OtherProviderEventChange,
  OtherProviderEventView,
} from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Page,
  type Window,
  changedFields,
  folded,
  found,
  invalid,
  isOffice,
  newId,
} from '@roundtable/platform';
import { OtherProviderEventEntity } from './other-provider-event.entity';
import { otherProviderEventView } from './elsewhere.view';

/** What listings may be sorted by: the name a client uses, and the column. */
export const LISTING_SORTS = {
  title: 'listing.title',
  provider: 'listing.provider',
  from: 'listing.fromDate',
  createdAt: 'listing.createdAt',
  id: 'listing.id',
};

export interface ListingFilters {
  q?: string;
  id?: string[];
  area?: Area;
  topic?: string;
  freeInCounty?: boolean;
  published?: boolean;
}

/** Events of other providers: listed with their own link, never booked here. Everybody sees those that are published. */
@Injectable()
export class ListedElsewhere {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** One window on the listings this actor may see; those without a date come last. */
  async search(actor: Actor, wanted: ListingFilters, window: Window): Promise<Page<OtherProviderEventView>> {
    const rows = this.database.repo(OtherProviderEventEntity).createQueryBuilder('listing').where('1 = 1');
    if (!isOffice(actor)) rows.andWhere('listing.isPublished = :yes', { yes: true });
    if (wanted.published !== undefined)
      rows.andWhere('listing.isPublished = :isPublished', { isPublished: wanted.published });
    if (wanted.id) rows.andWhere('listing.id IN (:...ids)', { ids: wanted.id });
    // What is for city and county both is found by either.
    if (wanted.area) rows.andWhere("listing.area IN (:area, 'both')", { area: wanted.area });
    if (wanted.topic) rows.andWhere('listing.topic = :topic', { topic: wanted.topic });
    if (wanted.freeInCounty !== undefined)
      rows.andWhere('listing.isFreeInCounty = :isFree', { isFree: wanted.freeInCounty });
    if (wanted.q) rows.andWhere('listing.searchKey LIKE :q', { q: `%${folded(wanted.q)}%` });
    const [listings, total] = await rows
      .addSelect('CASE WHEN listing.fromDate IS NULL THEN 1 ELSE 0 END', 'undated')
      .orderBy('undated', 'ASC')
      .addOrderBy(window.sort, window.order)
      .addOrderBy('listing.id', window.order)
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(listings.map(otherProviderEventView), total);
  }

  /** One listing; 404 for one this actor may not see. */
  async one(actor: Actor, id: string): Promise<OtherProviderEventView> {
    const listing = found(await this.database.repo(OtherProviderEventEntity).findOneBy({ id }));
    return otherProviderEventView(found(listing.isPublished || isOffice(actor) ? listing : null));
  }

  /** Lists an event of another provider. Refuses a last day before the first. */
  async create(actor: Actor, wanted: NewOtherProviderEvent, isDemonstration = false): Promise<OtherProviderEventView> {
    return this.database.transaction(async () => {
      const listing = this.database.repo(OtherProviderEventEntity).create({
        id: newId(),
        isPublished: false,
        isFreeInCounty: false,
        ...columnsOf(wanted),
        searchKey: '',
        isDemonstration,
        createdAt: this.clock.now(),
      });
      check(listing);
      listing.searchKey = searchKeyOf(listing);
      await this.database.repo(OtherProviderEventEntity).insert(listing);
      await this.audit.record(actor, {
        action: 'other-provider-event.create',
        subjectKind: 'other-provider-event',
        subjectId: listing.id,
        after: { ...otherProviderEventView(listing) },
      });
      return this.one(actor, listing.id);
    });
  }

  /** Changes a listing, publishes it or takes it down. Refuses as `create`. */
  async change(actor: Actor, id: string, change: OtherProviderEventChange): Promise<OtherProviderEventView> {
    return this.database.transaction(async () => {
      const listings = this.database.repo(OtherProviderEventEntity);
      const listing = found(await listings.findOneBy({ id }));
      const before = otherProviderEventView(listing);
      Object.assign(listing, columnsOf(change));
      check(listing);
      listing.searchKey = searchKeyOf(listing);
      await listings.save(listing);
      await this.audit.record(actor, {
        action: 'other-provider-event.change',
        subjectKind: 'other-provider-event',
        subjectId: id,
        ...changedFields(before, otherProviderEventView(listing)),
      });
      return this.one(actor, id);
    });
  }
}

/** The columns of what was given, and no others. */
function columnsOf(given: OtherProviderEventChange): Partial<OtherProviderEventEntity> {
  const columns: Partial<OtherProviderEventEntity> = {};
  if (given.title !== undefined) columns.title = given.title.trim();
  if (given.provider !== undefined) columns.provider = given.provider.trim();
  if (given.url !== undefined) columns.url = given.url;
  if (given.audience !== undefined) columns.audience = given.audience?.trim() || null;
  if (given.area !== undefined) columns.area = given.area;
  if (given.freeInCounty !== undefined) columns.isFreeInCounty = given.freeInCounty;
  if (given.topic !== undefined) columns.topic = given.topic?.trim() || null;
  if (given.cost !== undefined) columns.cost = given.cost?.trim() || null;
  if (given.from !== undefined) columns.fromDate = given.from;
  if (given.to !== undefined) columns.toDate = given.to;
  if (given.dates !== undefined) columns.dates = given.dates?.trim() || null;
  if (given.published !== undefined) columns.isPublished = given.published;
  return columns;
}

function check({ fromDate, toDate }: OtherProviderEventEntity): void {
  if (toDate && !fromDate) throw invalid({ from: 'Enter the first day too' });
  if (fromDate && toDate && toDate < fromDate) throw invalid({ to: 'The last day must not be before the first' });
}

function searchKeyOf({ title, provider, topic }: OtherProviderEventEntity): string {
  return folded(`${title} ${provider} ${topic ?? ''}`).slice(0, 600);
}
