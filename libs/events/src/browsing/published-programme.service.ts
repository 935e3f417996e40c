import { SectorEntity } from '@roundtable/agencies';
import { CourseEntity, CoursePrerequisiteEntity, CourseQueries } from '@roundtable/courses';
import type { OtherProviderEventView } from '@roundtable/contracts';
import { GuidanceDocumentEntity, ModuleEntity } from '@roundtable/elearning';
import { Injectable } from '@nestjs/common';
import { Database } from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { EventSessionEntity } from '../event-session.entity';
import { EventEntity } from '../event.entity';
import { otherProviderEventView } from '../elsewhere/elsewhere.view';
import { OtherProviderEventEntity } from '../elsewhere/other-provider-event.entity';
import { KeptPlacesEntity } from '../kept-places.entity';
import { VenueEntity } from '../venues/venue.entity';
import { ListingSearch } from './listings';
import { type ListedEvent, Programme, grouped } from './programme';
import { ProgrammeSearch } from './programme-search';

/** Read again after this long, should something have been changed past the entities. */
const OLDEST_MS = 5 * 60_000;

export interface ProgrammeCopy {
  programme: Programme;
  search: ProgrammeSearch;
  elsewhere: ListingSearch;
}

/**
 * What is published, kept in the memory of this process. One statement at each request says whether it is still
 * what the database holds, so every copy of the server shows a change at once.
 */
@Injectable()
export class PublishedProgramme {
  private version = '';
  private readAt = 0;
  private copy: Promise<ProgrammeCopy> | null = null;

  constructor(
    private readonly database: Database,
    private readonly courses: CourseQueries,
  ) {}

  async now(): Promise<ProgrammeCopy> {
    const version = await this.versionNow();
    if (this.copy && version === this.version && Date.now() - this.readAt < OLDEST_MS) return this.copy;
    this.version = version;
    this.readAt = Date.now();
    this.copy = this.read();
    this.copy.catch(() => (this.copy = null));
    return this.copy;
  }

  /**
   * Rises with every change of a course or an event, with what is added to either, with the titles they show of
   * modules and guidance, and with what other providers offer. Whoever renames a venue or a sector raises the revisions of the events that name it.
   */
  private async versionNow(): Promise<string> {
    const row = await this.database
      .repo(CourseEntity)
      .createQueryBuilder('course')
      .select('SUM(course.revision)', 'courses')
      .addSelect('MAX(course.id)', 'newestCourse')
      .addSelect((query) => query.select('SUM(event.revision)').from(EventEntity, 'event'), 'events')
      .addSelect((query) => query.select('MAX(newest.id)').from(EventEntity, 'newest'), 'newestEvent')
      .addSelect((query) => query.select('MAX(kept.id)').from(KeptPlacesEntity, 'kept'), 'newestKept')
      .addSelect((query) => query.select('MAX(first.id)').from(CoursePrerequisiteEntity, 'first'), 'newestPrerequisite')
      .addSelect((query) => query.select('SUM(module.revision)').from(ModuleEntity, 'module'), 'modules')
      .addSelect((query) => query.select('SUM(guidance.revision)').from(GuidanceDocumentEntity, 'guidance'), 'guidance')
      .addSelect((query) => query.select('SUM(listing.revision)').from(OtherProviderEventEntity, 'listing'), 'listings')
      .getRawOne<Record<string, number | string | null>>();
    return Object.values(row ?? {}).join('|');
  }

  private async read(): Promise<ProgrammeCopy> {
    const courses = await this.database.repo(CourseEntity).find({ where: { status: 'published' } });
    const published = new Set(courses.map(({ id }) => id));
    const rows = await this.database.repo(EventEntity).findBy({ status: 'published', period: IsNull() });
    const events = rows.filter(({ courseId }) => published.has(courseId));
    const sessions = await this.sessions();
    const kept = await this.kept();
    const venues = new Map((await this.database.repo(VenueEntity).find()).map(({ id, name }) => [id, name]));
    const programme = new Programme(
      await this.courses.viewsOf(courses),
      events
        .map((event) => listed(event, sessions.get(event.id) ?? [], kept.get(event.id) ?? [], venues))
        .sort((one, other) => (one.startsAt?.getTime() ?? Infinity) - (other.startsAt?.getTime() ?? Infinity)),
    );
    return {
      programme,
      search: new ProgrammeSearch(programme),
      elsewhere: new ListingSearch(await this.listings()),
    };
  }

  private async listings(): Promise<OtherProviderEventView[]> {
    const rows = await this.database
      .repo(OtherProviderEventEntity)
      .find({ where: { isPublished: true }, order: { fromDate: 'ASC', title: 'ASC', id: 'ASC' } });
    const views = rows.map(otherProviderEventView);
    return [...views.filter(({ from }) => from !== null), ...views.filter(({ from }) => from === null)];
  }

  private async sessions(): Promise<Map<string, EventSessionEntity[]>> {
    const rows = await this.database
      .repo(EventSessionEntity)
      .createQueryBuilder('session')
      .innerJoin(EventEntity, 'event', "event.id = session.eventId AND event.status = 'published'")
      .orderBy('session.position', 'ASC')
      .getMany();
    return grouped(rows, ({ eventId }) => eventId);
  }

  private async kept(): Promise<Map<string, (ListedEvent['kept'][number] & { eventId: string })[]>> {
    const rows = await this.database.repo(KeptPlacesEntity).find();
    if (!rows.length) return new Map();
    const sectors = await this.database
      .repo(SectorEntity)
      .findBy({ id: In([...new Set(rows.map(({ sectorId }) => sectorId))]) });
    const names = new Map(sectors.map(({ id, name }) => [id, name]));
    return grouped(
      rows.map(({ eventId, sectorId, places, releaseDays }) => ({
        eventId,
        sector: names.get(sectorId) ?? '',
        places,
        releaseDays,
      })),
      ({ eventId }) => eventId,
    );
  }
}

function listed(
  event: EventEntity,
  sessions: EventSessionEntity[],
  kept: ListedEvent['kept'],
  venues: ReadonlyMap<string, string>,
): ListedEvent {
  return {
    id: event.id,
    reference: event.reference,
    courseId: event.courseId,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    delivery: event.delivery,
    area: event.area,
    venueId: event.venueId,
    venue: event.venueId === null ? null : (venues.get(event.venueId) ?? null),
    capacity: event.capacity,
    agencyCap: event.agencyCap,
    groupCap: event.groupCap,
    kept: kept.map(({ sector, places, releaseDays }) => ({ sector, places, releaseDays })),
    sessions: sessions.map(({ id, startsAt, endsAt, localDate, localStart, localEnd }) => ({
      id,
      startsAt,
      endsAt,
      localDate,
      localStart,
      localEnd,
    })),
    createdAt: event.createdAt,
    changes: event.revision,
  };
}
