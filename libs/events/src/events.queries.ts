import { SectorEntity } from '@roundtable/agencies';
import type { Area, Delivery, EventStatus } from '@roundtable/contracts';
import { CourseEntity, CourseFeeEntity, CourseTopicEntity, EVERY_FEE_TYPE } from '@roundtable/courses';
import {
  type Actor,
  Clock,
  Database,
  Page,
  type Window,
  folded,
  found,
  isOffice,
  startOfLondonDay,
} from '@roundtable/platform';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { In, type SelectQueryBuilder } from 'typeorm';
import { EventFeeEntity } from './event-fee.entity';
import { EventSessionEntity } from './event-session.entity';
import type { KeptPlaces } from './event-terms.service';
import { EventEntity } from './event.entity';
import { KeptPlacesEntity } from './kept-places.entity';
import { type Amounts, amountsFor } from './terms/amount-rules';
import { VenueEntity } from './venues/venue.entity';

/** What events may be sorted by: the name a client uses, and the column. */
export const EVENT_SORTS = {
  startsAt: 'event.startsAt',
  endsAt: 'event.endsAt',
  courseTitle: 'course.title',
  capacity: 'event.capacity',
  status: 'event.status',
  reference: 'event.reference',
  createdAt: 'event.createdAt',
  id: 'event.id',
};

export interface EventFilters {
  courseId?: string;
  /** London dates of the first session, both inclusive. */
  from?: string;
  to?: string;
  status?: EventStatus;
  delivery?: Delivery;
  area?: Area;
  level?: string;
  /** The name of a sector whose people the course is for; courses for everybody count. */
  audienceSector?: string;
  topic?: string;
  venueId?: string;
  /** The name of a sector that places are kept for. */
  sector?: string;
  q?: string;
  id?: string[];
}

/** An event with what an answer shows of it but places. */
export interface EventWithFacts {
  event: EventEntity;
  course: Pick<CourseEntity, 'id' | 'title' | 'slug' | 'freeCancellationWorkingDays'>;
  venue: VenueEntity | null;
  sessions: EventSessionEntity[];
  /** What the asker would pay. */
  amounts: Amounts;
  kept: KeptPlaces[];
}

type JoinedEvent = EventEntity & {
  course: EventWithFacts['course'] & { fees: CourseFeeEntity[] };
  venue: VenueEntity | null;
  sessions: EventSessionEntity[];
  fees: EventFeeEntity[];
  kept: (KeptPlacesEntity & { sector: SectorEntity })[];
};

/**
 * Events as each actor may see them: the office all; everybody else those with a date that were published, cancelled
 * and ended ones too, of courses that are or were published.
 */
@Injectable()
export class EventQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One window of the events that the filters let through; those without a date come last. */
  async search(actor: Actor, filters: EventFilters, window: Window): Promise<Page<EventEntity>> {
    const rows = this.visibleTo(actor);
    if (filters.id) rows.andWhere('event.id IN (:...ids)', { ids: filters.id });
    if (filters.courseId) rows.andWhere('event.courseId = :courseId', { courseId: filters.courseId });
    if (filters.from) rows.andWhere('event.startsAt >= :from', { from: startOfLondonDay(filters.from) });
    if (filters.to) rows.andWhere('event.startsAt < :to', { to: startOfLondonDay(dayAfter(filters.to)) });
    if (filters.delivery) rows.andWhere('event.delivery = :delivery', { delivery: filters.delivery });
    if (filters.venueId) rows.andWhere('event.venueId = :venueId', { venueId: filters.venueId });
    if (filters.area)
      rows.andWhere("(event.area IN (:...areas) OR (event.area IS NULL AND event.delivery = 'online'))", {
        areas: [filters.area, 'both'],
      });
    if (filters.level) rows.andWhere('course.level = :level', { level: filters.level });
    if (filters.audienceSector)
      rows.andWhere(
        "(course.audienceSectors IS NULL OR course.audienceSectors = '[]' OR course.audienceSectors LIKE :audience)",
        { audience: `%${JSON.stringify(filters.audienceSector)}%` },
      );
    if (filters.topic) about(rows, filters.topic);
    if (filters.status) this.withStatus(rows, filters.status);
    if (filters.sector) keepingPlacesFor(rows, filters.sector);
    if (filters.q)
      rows.andWhere('(course.searchKey LIKE :q OR LOWER(event.reference) LIKE :q)', { q: `%${folded(filters.q)}%` });
    const [events, total] = await rows
      .addSelect('CASE WHEN event.startsAt IS NULL THEN 1 ELSE 0 END', 'undated')
      .orderBy('undated', 'ASC')
      .addOrderBy(window.sort, window.order)
      .addOrderBy('event.id', window.order)
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(events, total);
  }

  /**
   * Events this actor may see with everything an answer shows of them but places, in one statement; ids that are not
   * there have no entry. `feeType` is the asker's, null for a visitor.
   */
  async withFacts(actor: Actor, ids: readonly string[], feeType: string | null): Promise<Map<string, EventWithFacts>> {
    if (!ids.length) return new Map();
    const types = feeType === null ? [EVERY_FEE_TYPE] : [EVERY_FEE_TYPE, feeType];
    const rows = await this.visibleTo(actor)
      .innerJoinAndMapOne('event.course', CourseEntity, 'shown', 'shown.id = event.courseId')
      .leftJoinAndMapOne('event.venue', VenueEntity, 'venue', 'venue.id = event.venueId')
      .leftJoinAndMapMany('event.sessions', EventSessionEntity, 'session', 'session.eventId = event.id')
      .leftJoinAndMapMany(
        'event.fees',
        EventFeeEntity,
        'fee',
        'fee.eventId = event.id AND fee.feeType IN (:...types)',
        {
          types,
        },
      )
      .leftJoinAndMapMany(
        'shown.fees',
        CourseFeeEntity,
        'courseFee',
        'courseFee.courseId = shown.id AND courseFee.feeType IN (:...types)',
      )
      .leftJoinAndMapMany('event.kept', KeptPlacesEntity, 'kept', 'kept.eventId = event.id')
      .leftJoinAndMapOne('kept.sector', SectorEntity, 'sector', 'sector.id = kept.sectorId')
      .select(['event', 'shown.id', 'shown.title', 'shown.slug', 'shown.freeCancellationWorkingDays'])
      .addSelect(['venue', 'session', 'fee', 'courseFee', 'kept', 'sector'])
      .andWhere('event.id IN (:...wanted)', { wanted: [...ids] })
      .getMany();
    return new Map((rows as JoinedEvent[]).map((row) => [row.id, factsOf(row, feeType)]));
  }

  /** One event; refuses what is not there for this actor. */
  async byId(actor: Actor, id: string): Promise<EventEntity> {
    return found(await this.visibleTo(actor).andWhere('event.id = :id', { id }).getOne());
  }

  /** Events by their ids, whatever their status, for those who keep such ids: ids that are not there have no entry. */
  async byIds(ids: readonly string[]): Promise<Map<string, EventEntity>> {
    if (!ids.length) return new Map();
    const rows = await this.database.repo(EventEntity).findBy({ id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  private visibleTo(actor: Actor): SelectQueryBuilder<EventEntity> {
    const rows = this.database
      .repo(EventEntity)
      .createQueryBuilder('event')
      .innerJoin(CourseEntity, 'course', 'course.id = event.courseId');
    if (isOffice(actor)) return rows.where('1 = 1');
    return rows.where("event.status <> 'draft' AND event.period IS NULL AND course.status <> 'draft'");
  }

  private withStatus(rows: SelectQueryBuilder<EventEntity>, status: EventStatus): void {
    const stored = status === 'ended' ? 'published' : status;
    rows.andWhere('event.status = :stored', { stored });
    if (status === 'published')
      rows.andWhere('event.period IS NULL AND (event.endsAt IS NULL OR event.endsAt > :now)', {
        now: this.clock.now(),
      });
    if (status === 'ended')
      rows.andWhere('(event.period IS NOT NULL OR event.endsAt <= :now)', { now: this.clock.now() });
  }
}

/** Of courses that have this topic among theirs. */
function about(rows: SelectQueryBuilder<EventEntity>, topic: string): void {
  const courses = rows
    .subQuery()
    .select('about.courseId')
    .from(CourseTopicEntity, 'about')
    .where('about.topic = :topic')
    .getQuery();
  rows.andWhere(`event.courseId IN ${courses}`, { topic });
}

function keepingPlacesFor(rows: SelectQueryBuilder<EventEntity>, sector: string): void {
  const keeping = rows
    .subQuery()
    .select('kept.eventId')
    .from(KeptPlacesEntity, 'kept')
    .innerJoin(SectorEntity, 'sector', 'sector.id = kept.sectorId')
    .where('sector.name = :sector')
    .getQuery();
  rows.andWhere(`event.id IN ${keeping}`, { sector });
}

function dayAfter(localDate: string): string {
  return DateTime.fromISO(localDate, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd');
}

function factsOf(
  { course, venue, sessions, fees, kept, ...event }: JoinedEvent,
  feeType: string | null,
): EventWithFacts {
  return {
    event: Object.assign(new EventEntity(), event),
    course,
    venue,
    sessions: [...sessions].sort((one, other) => one.position - other.position),
    amounts: amountsFor(fees, course.fees, feeType),
    kept: kept.map(({ sectorId, sector, places, releaseDays }) => ({
      sectorId,
      sector: sector.name,
      places,
      releaseDays,
    })),
  };
}
