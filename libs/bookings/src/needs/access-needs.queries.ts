import { AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import { type EventNeedsView, LIVE_BOOKING_STATUSES, type NeedTaskView } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { type Actor, Audit, Clock, Database, Page, found, isOffice, notFound, windowOf } from '@roundtable/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { BookingEntity } from '../booking.entity';
import { TrainersOfEvents } from '../trainers-of-events';
import { isoOf } from '../booking.view';
import { AccessNeedTaskEntity } from './access-need-task.entity';
import { AccessNeedEntity } from './access-need.entity';
import type { NeedTaskListQuery } from './needs.dto';

const SORTS = { openedAt: 'task.openedAt', startsAt: 'event.startsAt', id: 'task.id' };

/** What people need at events, for those who arrange it. */
@Injectable()
export class AccessNeedsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly trainers: TrainersOfEvents,
  ) {}

  /** What those with a live booking need; staff and the event's own trainers alone, and every reading is audited. */
  async ofEvent(actor: Actor, eventId: string): Promise<Page<EventNeedsView>> {
    found(await this.database.repo(EventEntity).findOneBy({ id: eventId }));
    if (!isOffice(actor) && !(await this.trainers.isTrainerOf(actor, eventId))) throw notFound();
    const rows = await this.database
      .repo(AccessNeedEntity)
      .createQueryBuilder('need')
      .innerJoin(BookingEntity, 'booking', 'booking.id = need.bookingId')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = booking.agencyId')
      .select(['booking.id AS bookingId', 'booking.status AS status', 'person.name AS practitionerName'])
      .addSelect(['agency.name AS agencyName', 'need.needs AS accessNeeds', 'need.dietaryNeeds AS dietaryNeeds'])
      .where('booking.eventId = :eventId AND booking.status IN (:...live)', { eventId, live: LIVE_BOOKING_STATUSES })
      .orderBy('person.nameKey')
      .addOrderBy('booking.id')
      .limit(200)
      .getRawMany<Omit<EventNeedsView, 'dietaryNeeds'> & { dietaryNeeds: string | null }>();
    await this.audit.record(actor, { action: 'access-needs.read', subjectKind: 'event', subjectId: eventId });
    const views = rows.map((row) => ({
      bookingId: row.bookingId,
      practitionerName: row.practitionerName,
      agencyName: row.agencyName,
      status: row.status,
      accessNeeds: row.accessNeeds,
      dietaryNeeds: row.dietaryNeeds ?? '',
    }));
    return new Page(views, views.length);
  }

  /** What is to be arranged for live bookings of events that are not over, the oldest first. For the office. */
  async tasks(query: NeedTaskListQuery): Promise<Page<NeedTaskView>> {
    const window = windowOf(query, SORTS, { sort: 'openedAt', order: 'ASC' });
    const rows = this.taskRows()
      .where('booking.status IN (:...live)', { live: LIVE_BOOKING_STATUSES })
      .andWhere('(event.endsAt IS NULL OR event.endsAt > :now)', { now: this.clock.now() });
    if (query.id) rows.andWhere('task.id IN (:...ids)', { ids: query.id });
    if (query.eventId) rows.andWhere('booking.eventId = :eventId', { eventId: query.eventId });
    if (query.state) rows.andWhere(query.state === 'open' ? 'task.doneAt IS NULL' : 'task.doneAt IS NOT NULL');
    const total = await rows.getCount();
    const views = await this.taskViews(
      rows.orderBy(window.sort, window.order).addOrderBy('task.id').offset(window.skip).limit(window.take),
    );
    return new Page(views, total);
  }

  /** One task, whatever became of its booking. For the office. */
  async task(id: string): Promise<NeedTaskView> {
    return found((await this.taskViews(this.taskRows().where('task.id = :id', { id })))[0]);
  }

  private taskRows(): SelectQueryBuilder<AccessNeedTaskEntity> {
    return this.database
      .repo(AccessNeedTaskEntity)
      .createQueryBuilder('task')
      .innerJoin(BookingEntity, 'booking', 'booking.id = task.bookingId')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .innerJoin(CourseEntity, 'course', 'course.id = event.courseId')
      .leftJoin(PersonEntity, 'doer', 'doer.id = task.doneById');
  }

  private async taskViews(rows: SelectQueryBuilder<AccessNeedTaskEntity>): Promise<NeedTaskView[]> {
    const { entities, raw } = await rows
      .select('task')
      .addSelect(['event.id AS eventId', 'event.reference AS eventReference', 'event.startsAt AS startsAt'])
      .addSelect(['course.title AS courseTitle', 'person.name AS practitionerName', 'doer.name AS doneByName'])
      .getRawAndEntities<TaskParts>();
    return entities.map((task, index) => taskView(task, raw[index]!));
  }
}

interface TaskParts {
  eventId: string;
  eventReference: string;
  startsAt: Date | string | null;
  courseTitle: string;
  practitionerName: string;
  doneByName: string | null;
}

function taskView(task: AccessNeedTaskEntity, parts: TaskParts): NeedTaskView {
  return {
    id: task.id,
    bookingId: task.bookingId,
    eventId: parts.eventId,
    eventReference: parts.eventReference,
    courseTitle: parts.courseTitle,
    startsAt: isoOf(parts.startsAt),
    practitionerName: parts.practitionerName,
    openedAt: task.openedAt.toISOString(),
    doneAt: task.doneAt?.toISOString() ?? null,
    doneByName: parts.doneByName,
  };
}
