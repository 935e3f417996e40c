import { AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { BookingView } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, OwnEventQueries } from '@roundtable/events';
import { MembershipEntity, PersonEntity } from '@roundtable/people';
import {
  type Actor,
  Clock,
  Database,
  Page,
  WorkingTime,
  folded,
  found,
  isOffice,
  windowOf,
} from '@roundtable/platform';
import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
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
    private readonly ownEvents: OwnEventQueries,
    private readonly workingTime: WorkingTime,
  ) {}

  /**
   * A window on the bookings this actor may see: own; of people they lead; confirmed ones on events they give; all for
   * the office.
   */
  async list(actor: Actor, query: BookingListQuery, within: BookingsWithin = {}): Promise<Page<BookingView>> {
    const rows = await this.matching(actor, query, within);
    const total = await rows.getCount();
    return new Page(await this.window(actor, rows, query), total);
  }

  /** The same window without how many there are in all: one statement. */
  async some(actor: Actor, query: BookingListQuery): Promise<BookingView[]> {
    return this.window(actor, await this.matching(actor, query), query);
  }

  private async matching(
    actor: Actor,
    query: BookingListQuery,
    within: BookingsWithin = {},
  ): Promise<SelectQueryBuilder<BookingEntity>> {
    const rows = this.visibleTo(actor, await this.ownEvents.idsOf(actor));
    if (query.id) rows.andWhere('booking.id IN (:...ids)', { ids: query.id });
    if (within.agencyIds) rows.andWhere('booking.agencyId IN (:...within)', { within: ['', ...within.agencyIds] });
    if (within.endingAfter) rows.andWhere('event.endsAt > :endingAfter', { endingAfter: within.endingAfter });
    if (query.eventId) rows.andWhere('booking.eventId = :eventId', { eventId: query.eventId });
    if (query.practitionerId)
      rows.andWhere('booking.personId = :practitionerId', { practitionerId: query.practitionerId });
    if (query.agencyId) rows.andWhere('booking.agencyId = :agencyId', { agencyId: query.agencyId });
    if (query.approverKind) rows.andWhere('booking.approverKind IN (:...kinds)', { kinds: query.approverKind });
    if (query.status) rows.andWhere('booking.status IN (:...status)', { status: query.status });
    if (query.attendance) rows.andWhere('booking.attendance = :attendance', { attendance: query.attendance });
    if (query.provisional) {
      rows.andWhere("booking.status = 'confirmed' AND booking.provisionalUntil IS NOT NULL");
      // Once the event has started nothing is released any more.
      if (query.provisional === 'due')
        rows.andWhere('booking.provisionalUntil <= :now AND event.startsAt > :now', { now: this.clock.now() });
    }
    if (query.q)
      rows.andWhere(this.matches(actor, rows), {
        q: `%${folded(query.q)}%`,
        reference: `%${query.q.toUpperCase()}%`,
      });
    return rows;
  }

  private async window(
    actor: Actor,
    rows: SelectQueryBuilder<BookingEntity>,
    query: BookingListQuery,
  ): Promise<BookingView[]> {
    const window = windowOf(query, SORTS, { sort: 'requestedAt', order: 'DESC' });
    const found = await this.parts(
      actor,
      rows.orderBy(window.sort, window.order).addOrderBy('booking.id', 'ASC').offset(window.skip).limit(window.take),
    );
    return found.map((parts) => bookingView(actor, parts));
  }

  /** One booking; refuses with 404 what is not there and what is not theirs alike. */
  async one(actor: Actor, id: string): Promise<BookingView> {
    const own = await this.ownEvents.idsOf(actor);
    const rows = await this.parts(actor, this.visibleTo(actor, own).andWhere('booking.id = :id', { id }));
    return bookingView(actor, found(rows[0]));
  }

  /** The row itself, for a use case: 404 for whoever may not change it, a trainer of the event among them. */
  async entity(actor: Actor, id: string): Promise<BookingEntity> {
    return found(await this.visibleTo(actor, []).select('booking').andWhere('booking.id = :id', { id }).getOne());
  }

  /** By name and address to who may know them; to a lead by what they typed of somebody who has not confirmed it yet. */
  private matches(actor: Actor, rows: SelectQueryBuilder<BookingEntity>): string {
    const known = '(person.nameKey LIKE :q OR person.email LIKE :q)';
    const byReference = 'booking.reference LIKE :reference';
    if (isOffice(actor)) return `(${known} OR ${byReference})`;
    const typed = typedName(rows.subQuery() as SelectQueryBuilder<ObjectLiteral>).getQuery();
    return `(((${typed}) IS NULL AND ${known}) OR LOWER((${typed})) LIKE :q OR ${byReference})`;
  }

  private visibleTo(actor: Actor, givenEventIds: readonly string[]): SelectQueryBuilder<BookingEntity> {
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
        if (givenEventIds.length)
          or.orWhere("(booking.eventId IN (:...given) AND booking.status = 'confirmed')", { given: givenEventIds });
      }),
    );
  }

  /** With the names that are shown: a lead sees what they typed of somebody who has not said yet that they work there. */
  private async parts(actor: Actor, rows: SelectQueryBuilder<BookingEntity>): Promise<BookingParts[]> {
    const { entities, raw } = await rows
      .select('booking')
      .addSelect(['person.name AS personName', 'agency.name AS agencyName', 'course.title AS courseTitle'])
      .addSelect(['event.reference AS eventReference', 'event.startsAt AS startsAt', 'event.endsAt AS endsAt'])
      .addSelect([
        'event.freeCancellationWorkingDays AS eventFreeDays',
        'course.freeCancellationWorkingDays AS courseFreeDays',
      ])
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
      .addSelect(typedName, 'typedName')
      .getRawAndEntities<Omit<BookingParts, 'booking' | 'closureDays'> & { typedName: string | null }>();
    const closureDays = await this.workingTime.closureDays();
    return entities.map((booking, index) => {
      const { typedName, ...parts } = raw[index]!;
      const isOwnView = isOffice(actor) || booking.personId === actor.personId;
      return { ...parts, personName: (isOwnView ? null : typedName) ?? parts.personName, booking, closureDays };
    });
  }
}

/** What a lead typed of the person of a booking, while that person has not said that it is right; else nothing. */
export function typedName(query: SelectQueryBuilder<ObjectLiteral>): SelectQueryBuilder<ObjectLiteral> {
  return query
    .select('MAX(member.typedName)')
    .from(MembershipEntity, 'member')
    .where('member.personId = booking.personId AND member.agencyId = booking.agencyId');
}
