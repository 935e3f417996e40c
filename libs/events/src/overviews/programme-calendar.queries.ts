import { Injectable } from '@nestjs/common';
import type { Delivery, EventStatus, ProgrammeCalendarView } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { Clock, Database, londonDate } from '@roundtable/platform';
import { EventSessionEntity } from '../event-session.entity';
import { EventEntity } from '../event.entity';
import { VenueEntity } from '../venues/venue.entity';
import { venueClashes } from './calendar-rules';

interface SessionRow {
  eventId: string;
  courseTitle: string;
  status: 'draft' | 'published';
  delivery: Delivery;
  venueId: string | null;
  date: string;
  start: string;
  end: string;
}

/** The programme by day and venue, for the office; two statements however many events. */
@Injectable()
export class ProgrammeCalendarQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A month ('2026-05', in London) with its sessions, drafts too, and the clashes at venues. Cancelled events stand aside. */
  async month(wanted?: string): Promise<ProgrammeCalendarView> {
    const now = this.clock.now();
    const month = wanted ?? londonDate(now).slice(0, 7);
    const rows = await this.database
      .repo(EventSessionEntity)
      .createQueryBuilder('session')
      .innerJoin(EventEntity, 'event', 'event.id = session.eventId')
      .innerJoin(CourseEntity, 'course', 'course.id = event.courseId')
      .select('session.eventId', 'eventId')
      .addSelect('course.title', 'courseTitle')
      .addSelect('event.status', 'status')
      .addSelect('event.delivery', 'delivery')
      .addSelect('event.venueId', 'venueId')
      .addSelect('session.localDate', 'date')
      .addSelect('session.localStart', 'start')
      .addSelect('session.localEnd', 'end')
      .where("session.localDate LIKE :month AND event.status <> 'cancelled'", { month: `${month}-%` })
      .orderBy('session.localDate')
      .addOrderBy('session.localStart')
      .addOrderBy('session.id')
      .getRawMany<SessionRow>();
    const venues = await this.database.repo(VenueEntity).find({ order: { nameKey: 'ASC' } });
    const names = new Map(venues.map(({ id, name }) => [id, name]));
    const today = londonDate(now);
    const sessions = rows.map((row) => ({ ...row, status: statusOf(row, today) }));
    const used = new Set(sessions.map(({ venueId }) => venueId));
    return {
      month,
      venues: venues.filter(({ id }) => used.has(id)).map(({ id, name }) => ({ id, name })),
      sessions,
      clashes: venueClashes(sessions, (id) => names.get(id) ?? ''),
    };
  }
}

function statusOf({ status, date }: SessionRow, today: string): EventStatus {
  return status === 'published' && date < today ? 'ended' : status;
}
