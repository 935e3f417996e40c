import { AgencyEntity, SectorsService } from '@roundtable/agencies';
import { BookingEntity } from '@roundtable/bookings';
import { Injectable } from '@nestjs/common';
import {
  type Attendance,
  type BookingStatus,
  type EventMailAudience,
  type EventMailRecipient,
  LIVE_BOOKING_STATUSES,
} from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { type Actor, Database, Page, folded, found, isOffice, notFound, windowOf } from '@roundtable/platform';
import { type SelectQueryBuilder } from 'typeorm';
import { eventAudienceOf } from './event-audience';
import type { EventMailRecipientQuery } from './event-mail.dto';

/** A booking that is written to, with the person behind it. */
export interface DelegateRow {
  bookingId: string;
  reference: string;
  status: BookingStatus;
  attendance: Attendance | null;
  personId: string;
  name: string;
  email: string | null;
  agencyName: string;
}

const SORTS = { name: 'person.nameKey', agencyName: 'agency.nameKey', status: 'booking.status', id: 'booking.id' };

/** Who gets a mail to the delegates of an event. */
@Injectable()
export class EventMailRecipients {
  constructor(
    private readonly database: Database,
    private readonly sectors: SectorsService,
  ) {}

  /** A window on them, those without an address among them. */
  async list(actor: Actor, eventId: string, query: EventMailRecipientQuery): Promise<Page<EventMailRecipient>> {
    if (!isOffice(actor)) throw notFound();
    found(await this.database.repo(EventEntity).findOneBy({ id: eventId }));
    const window = windowOf(query, SORTS, { sort: 'name', order: 'ASC' });
    const rows = await this.matching(eventId, eventAudienceOf(query));
    if (query.id) rows.andWhere('booking.id IN (:...ids)', { ids: query.id });
    if (query.withAddress)
      rows.andWhere(query.withAddress === 'yes' ? 'person.email IS NOT NULL' : 'person.email IS NULL');
    if (query.q)
      rows.andWhere('(person.nameKey LIKE :q OR booking.reference LIKE :reference)', {
        q: `%${folded(query.q)}%`,
        reference: `%${query.q.toUpperCase()}%`,
      });
    const total = await rows.getCount();
    const delegates = await this.delegates(
      rows.orderBy(window.sort, window.order).addOrderBy('booking.id').offset(window.skip).limit(window.take),
    );
    return new Page(
      delegates.map(({ bookingId, reference, status, name, agencyName, email }) => ({
        id: bookingId,
        reference,
        status,
        name,
        agencyName,
        without: email === null ? 'no-address' : null,
      })),
      total,
    );
  }

  /** All who get it now, without those who have no address: one statement, however many they are. */
  async all(eventId: string, audience: EventMailAudience): Promise<(DelegateRow & { email: string })[]> {
    const rows = await this.matching(eventId, audience);
    const delegates = await this.delegates(rows.andWhere('person.email IS NOT NULL').orderBy('booking.id'));
    return delegates.filter((row): row is DelegateRow & { email: string } => row.email !== null);
  }

  /** The delegate of one booking of the event, whatever its state. */
  async one(eventId: string, bookingId: string): Promise<DelegateRow> {
    const rows = this.bookingsOf(eventId).andWhere('booking.id = :bookingId', { bookingId });
    return found((await this.delegates(rows))[0]);
  }

  private async matching(eventId: string, audience: EventMailAudience): Promise<SelectQueryBuilder<BookingEntity>> {
    const rows = this.bookingsOf(eventId).andWhere('booking.status IN (:...status)', { status: audience.status });
    // Who cancelled and booked again is written to as somebody who booked, and once.
    rows
      .andWhere(
        `(booking.status IN (:...live) OR NOT EXISTS ${rows
          .subQuery()
          .select('1')
          .from(BookingEntity, 'other')
          .where(
            'other.eventId = booking.eventId AND other.personId = booking.personId AND (other.status IN (:...live) OR other.id > booking.id)',
          )
          .getQuery()})`,
      )
      .setParameter('live', [...LIVE_BOOKING_STATUSES]);
    if (audience.attendance.length > 0)
      rows.andWhere('booking.attendance IN (:...attendance)', { attendance: audience.attendance });
    if (audience.sector.length > 0)
      rows.andWhere('booking.sector IN (:...sectors)', { sectors: await this.withThoseBelow(audience.sector) });
    if (audience.agencyId.length > 0)
      rows.andWhere('booking.agencyId IN (:...agencyIds)', { agencyIds: audience.agencyId });
    return rows;
  }

  private bookingsOf(eventId: string): SelectQueryBuilder<BookingEntity> {
    return this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = booking.agencyId')
      .where('booking.eventId = :eventId AND person.erasedAt IS NULL', { eventId });
  }

  private delegates(rows: SelectQueryBuilder<BookingEntity>): Promise<DelegateRow[]> {
    return rows
      .select(['booking.id AS bookingId', 'booking.reference AS reference', 'booking.status AS status'])
      .addSelect(['booking.attendance AS attendance', 'booking.personId AS personId'])
      .addSelect(['person.name AS name', 'person.email AS email', 'agency.name AS agencyName'])
      .getRawMany<DelegateRow>();
  }

  private async withThoseBelow(names: readonly string[]): Promise<string[]> {
    const all = await this.sectors.all();
    const chosen = new Set(all.filter(({ name }) => names.includes(name)).map(({ id }) => id));
    const below = all.filter(({ parentId }) => parentId !== null && chosen.has(parentId)).map(({ name }) => name);
    return [...new Set([...names, ...below])];
  }
}
