import { AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { BookingView } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { type Actor, Clock, Database, Page, folded, found, isOffice, windowOf } from '@roundtable/platform';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { BookingListQuery } from './booking.dto';
import { BookingEntity } from './booking.entity';
import { type BookingParts, bookingView } from './booking.view';

const SORTS = {
  requestedAt: 'booking.requestedAt',
  startsAt: 'event.startsAt',
  status: 'booking.status',
  practitionerName: 'person.nameKey',
  agencyName: 'agency.nameKey',
  queueNumber: 'booking.queueNumber',
  id: 'booking.id',
};

/** What narrows a list of bookings besides what anybody may ask for. */
export interface BookingsWithin {
  agencyIds?: readonly string[];
  /** Only of events that end after this moment. */
  endingAfter?: Date;
}

/** Bookings as an actor may see them. */
@Injectable()
export class BookingQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A window on the bookings this actor may see: own; of people they lead; all for the office. */
  async list(actor: Actor, query: BookingListQuery, within: BookingsWithin = {}): Promise<Page<BookingView>> {
    const window = windowOf(query, SORTS, { sort: 'requestedAt', order: 'DESC' });
    const rows = this.visibleTo(actor);
    if (query.id) rows.andWhere('booking.id IN (:...ids)', { ids: query.id });
    if (within.agencyIds) rows.andWhere('booking.agencyId IN (:...within)', { within: ['', ...within.agencyIds] });
    if (within.endingAfter) rows.andWhere('event.endsAt > :endingAfter', { endingAfter: within.endingAfter });
    if (query.eventId) rows.andWhere('booking.eventId = :eventId', { eventId: query.eventId });
    if (query.practitionerId)
      rows.andWhere('booking.personId = :practitionerId', { practitionerId: query.practitionerId });
    if (query.agencyId) rows.andWhere('booking.agencyId = :agencyId', { agencyId: query.agencyId });
    if (query.status) rows.andWhere('booking.status IN (:...status)', { status: query.status });
    if (query.attendance) rows.andWhere('booking.attendance = :attendance', { attendance: query.attendance });
    if (query.provisional) {
      rows.andWhere("booking.status = 'confirmed' AND booking.provisionalUntil IS NOT NULL");
      if (query.provisional === 'due') rows.andWhere('booking.provisionalUntil <= :now', { now: this.clock.now() });
    }
    if (query.q)
      rows.andWhere('(person.nameKey LIKE :q OR person.email LIKE :q OR booking.reference LIKE :reference)', {
        q: `%${folded(query.q)}%`,
        reference: `%${query.q.toUpperCase()}%`,
      });
    const total = await rows.getCount();
    const found = await this.parts(
      rows.orderBy(window.sort, window.order).addOrderBy('booking.id', 'ASC').offset(window.skip).limit(window.take),
    );
    return new Page(
      found.map((parts) => bookingView(actor, parts)),
      total,
    );
  }

  /** One booking; refuses with 404 what is not there and what is not theirs alike. */
  async one(actor: Actor, id: string): Promise<BookingView> {
    const rows = await this.parts(this.visibleTo(actor).andWhere('booking.id = :id', { id }));
    return bookingView(actor, found(rows[0]));
  }

  /** The row itself, for a use case; the same 404. */
  async entity(actor: Actor, id: string): Promise<BookingEntity> {
    return found(await this.visibleTo(actor).select('booking').andWhere('booking.id = :id', { id }).getOne());
  }

  private visibleTo(actor: Actor): SelectQueryBuilder<BookingEntity> {
    const rows = this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = booking.agencyId')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .innerJoin(CourseEntity, 'course', 'course.id = booking.courseId')
      .where('1 = 1');
    if (isOffice(actor)) return rows;
    return rows.andWhere(
      new Brackets((or) => {
        or.where('booking.personId = :self', { self: actor.personId ?? '' });
        if (actor.leadAgencyIds.length) or.orWhere('booking.agencyId IN (:...led)', { led: actor.leadAgencyIds });
      }),
    );
  }

  private async parts(rows: SelectQueryBuilder<BookingEntity>): Promise<BookingParts[]> {
    const { entities, raw } = await rows
      .select('booking')
      .addSelect(['person.name AS personName', 'agency.name AS agencyName', 'course.title AS courseTitle'])
      .addSelect(['event.reference AS eventReference', 'event.startsAt AS startsAt', 'event.endsAt AS endsAt'])
      .addSelect(
        (ahead) =>
          ahead
            .select('COUNT(*)')
            .from(BookingEntity, 'ahead')
            .where(
              "ahead.eventId = booking.eventId AND ahead.status = 'waitlisted' AND ahead.queueNumber <= booking.queueNumber",
            ),
        'position',
      )
      .getRawAndEntities<Omit<BookingParts, 'booking'>>();
    return entities.map((booking, index) => ({ ...(raw[index] as Omit<BookingParts, 'booking'>), booking }));
  }
}
