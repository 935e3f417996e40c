import { AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { ChargeView } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { type Actor, Database, Page, folded, found, isOffice, startOfLondonDay, windowOf } from '@roundtable/platform';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { BookingEntity } from '../booking.entity';
import { BookingQueries } from '../bookings.queries';
import type { ChargeListQuery, FinanceFileQuery } from './charge.dto';
import { ChargeEntity } from './charge.entity';
import { type ChargeParts, chargeView } from './charge.view';

const SORTS = {
  proposedAt: 'charge.proposedAt',
  startsAt: 'event.startsAt',
  agencyName: 'agency.nameKey',
  courseTitle: 'course.title',
  pence: 'charge.pence',
  state: 'charge.state',
  id: 'charge.id',
};

/** What a line of finance's file is made of. */
export interface FinanceRow {
  charge: ChargeEntity;
  bookingReference: string;
  personName: string;
  agencyName: string;
  courseTitle: string;
  eventReference: string;
}

type Filters = Pick<ChargeListQuery, 'agencyId' | 'eventId'>;

/** The first moment after a London day. */
export function endOfLondonDay(day: string): Date {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return startOfLondonDay(next.toISOString().slice(0, 10));
}

/** Charges as an actor may see them. */
@Injectable()
export class ChargeQueries {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingQueries,
  ) {}

  /**
   * A window on the charges this actor may see: the office all; others only what was told: of their own bookings, and
   * what agencies they lead are billed.
   */
  list(actor: Actor, query: ChargeListQuery): Promise<Page<ChargeView>> {
    return this.page(actor, this.visibleTo(actor), query);
  }

  /** The same, of what was told alone, whoever asks; of some agencies, what they are billed. For the website. */
  told(
    actor: Actor,
    query: ChargeListQuery,
    within: { agencyIds?: readonly string[] } = {},
  ): Promise<Page<ChargeView>> {
    const rows = this.visibleTo(actor).andWhere('charge.toldAt IS NOT NULL');
    if (within.agencyIds)
      rows.andWhere("charge.agencyId IN (:...within) AND charge.payer = 'agency'", {
        within: ['', ...within.agencyIds],
      });
    return this.page(actor, rows, query);
  }

  /** One charge; refuses with 404 what is not there and what is not theirs alike. */
  async one(actor: Actor, id: string): Promise<ChargeView> {
    return found((await this.views(actor, this.visibleTo(actor).andWhere('charge.id = :id', { id })))[0]);
  }

  /** What finance is to book: every charge that was confirmed, credited ones too; one in which nothing is open left out where asked. */
  async forFinance(query: FinanceFileQuery, take: number, after: string): Promise<FinanceRow[]> {
    const rows = this.narrowed(this.joined(), query)
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
      .andWhere("charge.state IN ('confirmed', 'sent_on', 'credited') AND charge.id > :after", { after });
    if (query.unsent)
      rows.andWhere("(charge.sentOnAt IS NULL OR (charge.state = 'credited' AND charge.creditSentOnAt IS NULL))");
    const { entities, raw } = await rows
      .select('charge')
      .addSelect(['agency.name AS agencyName', 'course.title AS courseTitle', 'event.reference AS eventReference'])
      .addSelect(['booking.reference AS bookingReference', 'person.name AS personName'])
      .orderBy('charge.id')
      .limit(take)
      .getRawAndEntities<Omit<FinanceRow, 'charge'>>();
    return entities.map((charge, index) => ({ ...raw[index]!, charge }));
  }

  private async page(
    actor: Actor,
    rows: SelectQueryBuilder<ChargeEntity>,
    query: ChargeListQuery,
  ): Promise<Page<ChargeView>> {
    this.narrowed(rows, query);
    if (query.id) rows.andWhere('charge.id IN (:...ids)', { ids: query.id });
    if (query.state) rows.andWhere('charge.state IN (:...state)', { state: query.state });
    if (query.kind) rows.andWhere('charge.kind = :kind', { kind: query.kind });
    if (query.bookingId) rows.andWhere('charge.bookingId = :bookingId', { bookingId: query.bookingId });
    if (query.overtaken) rows.andWhere("charge.overtakenAt IS NOT NULL AND charge.state <> 'credited'");
    if (query.from) rows.andWhere('event.endsAt >= :from', { from: startOfLondonDay(query.from) });
    if (query.to) rows.andWhere('event.endsAt < :to', { to: endOfLondonDay(query.to) });
    if (query.q) this.matching(actor, rows, query.q);
    const total = await rows.getCount();
    const window = windowOf(query, SORTS, { sort: 'proposedAt', order: 'DESC' });
    rows.orderBy(window.sort, window.order).addOrderBy('charge.id', 'ASC').offset(window.skip).limit(window.take);
    return new Page(await this.views(actor, rows), total);
  }

  private narrowed(rows: SelectQueryBuilder<ChargeEntity>, { agencyId, eventId }: Filters) {
    if (agencyId) rows.andWhere('charge.agencyId = :agencyId', { agencyId });
    if (eventId) rows.andWhere('booking.eventId = :eventId', { eventId });
    return rows;
  }

  private matching(actor: Actor, rows: SelectQueryBuilder<ChargeEntity>, q: string): void {
    const byReference = '(charge.reference LIKE :reference OR booking.reference LIKE :reference)';
    rows.setParameter('reference', `%${q.toUpperCase()}%`);
    if (!isOffice(actor)) return void rows.andWhere(byReference);
    rows
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
      .andWhere(
        `(${byReference} OR person.nameKey LIKE :q OR person.email LIKE :q OR charge.orderNumber LIKE :order)`,
        {
          q: `%${folded(q)}%`,
          order: `%${q}%`,
        },
      );
  }

  private joined(): SelectQueryBuilder<ChargeEntity> {
    return this.database
      .repo(ChargeEntity)
      .createQueryBuilder('charge')
      .innerJoin(BookingEntity, 'booking', 'booking.id = charge.bookingId')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .innerJoin(CourseEntity, 'course', 'course.id = booking.courseId')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = charge.agencyId')
      .where('1 = 1');
  }

  private visibleTo(actor: Actor): SelectQueryBuilder<ChargeEntity> {
    const rows = this.joined();
    if (isOffice(actor)) return rows;
    return rows.andWhere('charge.toldAt IS NOT NULL').andWhere(
      new Brackets((or) => {
        or.where('booking.personId = :self', { self: actor.personId ?? '' });
        if (actor.leadAgencyIds.length)
          or.orWhere("(charge.agencyId IN (:...led) AND charge.payer = 'agency')", { led: actor.leadAgencyIds });
      }),
    );
  }

  /** Names come with the booking, as this actor may see it. */
  private async views(actor: Actor, rows: SelectQueryBuilder<ChargeEntity>): Promise<ChargeView[]> {
    const { entities, raw } = await rows
      .select('charge')
      .addSelect(['agency.name AS agencyName', 'course.title AS courseTitle', 'event.id AS eventId'])
      .addSelect(['event.reference AS eventReference', 'booking.reference AS bookingReference'])
      .addSelect(['event.startsAt AS startsAt', 'event.endsAt AS endsAt'])
      .getRawAndEntities<Omit<ChargeParts, 'charge' | 'booking'>>();
    if (entities.length === 0) return [];
    const id = [...new Set(entities.map(({ bookingId }) => bookingId))];
    const bookings = await this.bookings.some(actor, { id, _end: id.length });
    const byId = new Map(bookings.map((booking) => [booking.id, booking]));
    return entities.map((charge, index) =>
      chargeView(actor, { ...raw[index]!, charge, booking: byId.get(charge.bookingId) }),
    );
  }
}
