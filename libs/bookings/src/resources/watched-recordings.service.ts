import { Injectable } from '@nestjs/common';
import type { WatchedRecordingView } from '@roundtable/contracts';
import { ResourceEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { type Actor, Clock, Database, Page, found, invalid, isDuplicate, newId, windowOf } from '@roundtable/platform';
import { BookingEntity } from '../booking.entity';
import { ResourceAccess, placeOf } from './resource-access.service';
import type { WatchedRecordingListQuery } from './watched-recording.dto';
import { WatchedRecordingEntity } from './watched-recording.entity';

const SORTS = {
  lastAt: 'watched.lastAt',
  firstAt: 'watched.firstAt',
  practitionerName: 'person.nameKey',
  id: 'watched.id',
};

/** Who opened which recording later. */
@Injectable()
export class WatchedRecordings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: ResourceAccess,
  ) {}

  /** Answers where a recording is, and notes that somebody with a place opened it; whoever has none leaves no trace here. */
  async open(actor: Actor, id: string): Promise<string> {
    const recording = await this.access.one(actor, id);
    if (recording.kind !== 'recording') throw invalid({ id: 'This is not a recording' });
    const [booking] = await this.access.placesOf(actor.personId, placeOf(recording));
    if (booking) await this.note(recording.id, booking.id);
    return found(recording.url);
  }

  /** Who opened recordings, for the office; the latest first. */
  async list(query: WatchedRecordingListQuery): Promise<Page<WatchedRecordingView>> {
    const window = windowOf(query, SORTS, { sort: 'lastAt', order: 'DESC' });
    const rows = this.database
      .repo(WatchedRecordingEntity)
      .createQueryBuilder('watched')
      .innerJoin(BookingEntity, 'booking', 'booking.id = watched.bookingId')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
      .innerJoin(ResourceEntity, 'resource', 'resource.id = watched.resourceId')
      .where('1 = 1');
    if (query.id) rows.andWhere('watched.id IN (:...ids)', { ids: query.id });
    if (query.eventId) rows.andWhere('booking.eventId = :eventId', { eventId: query.eventId });
    if (query.resourceId) rows.andWhere('watched.resourceId = :resourceId', { resourceId: query.resourceId });
    if (query.practitionerId)
      rows.andWhere('booking.personId = :practitionerId', { practitionerId: query.practitionerId });
    const total = await rows.getCount();
    const { entities, raw } = await rows
      .select('watched')
      .addSelect(['resource.title AS title', 'person.id AS personId', 'person.name AS personName'])
      .orderBy(window.sort, window.order)
      .addOrderBy('watched.id')
      .offset(window.skip)
      .limit(window.take)
      .getRawAndEntities<{ title: string; personId: string; personName: string }>();
    const views = entities.map((row, index) => ({
      id: row.id,
      resourceId: row.resourceId,
      title: raw[index]?.title ?? '',
      bookingId: row.bookingId,
      practitionerId: raw[index]?.personId ?? '',
      practitionerName: raw[index]?.personName ?? '',
      firstAt: row.firstAt.toISOString(),
      lastAt: row.lastAt.toISOString(),
    }));
    return new Page(views, total);
  }

  private async note(resourceId: string, bookingId: string): Promise<void> {
    const now = this.clock.now();
    const watched = this.database.repo(WatchedRecordingEntity);
    const again = async (): Promise<boolean> =>
      ((await watched.update({ resourceId, bookingId }, { lastAt: now })).affected ?? 0) > 0;
    if (await again()) return;
    try {
      await watched.insert({ id: newId(), resourceId, bookingId, firstAt: now, lastAt: now });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await again();
    }
  }
}
