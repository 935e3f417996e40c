import { Injectable } from '@nestjs/common';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, EventSessionEntity, VenueEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { type Actor, Audit, Clock, Database, hashOf, newId, newSecret, storedInstant } from '@roundtable/platform';
import { IsNull } from 'typeorm';
import { BookingEntity } from '../booking.entity';
import { CalendarEntryEntity } from '../calendar-entry.entity';
import { CalendarAddressEntity } from './calendar-address.entity';

/** One session of a confirmed booking, as a calendar shows it. */
export interface CalendarSession {
  bookingId: string;
  reference: string;
  sessionId: string;
  courseTitle: string;
  startsAt: Date;
  endsAt: Date;
  isOnline: boolean;
  venue: string | null;
  /** As it was told by mail, so that a diary that has both shows one; where no mail told it, null, 0 and the request. */
  uid: string | null;
  sequence: number;
  stampedAt: Date;
}

/** The secret address of a person's own calendar: made, made anew, ended, and read by whoever knows it. */
@Injectable()
export class CalendarAddresses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** When the address that works now was made; null where there is none. */
  async madeAt(actor: Actor): Promise<Date | null> {
    const row = await this.database.repo(CalendarAddressEntity).findOneBy({ personId: actor.personId ?? '' });
    return row?.madeAt ?? null;
  }

  /** A new address; the one before stops working. Its secret is answered once. */
  async make(actor: Actor & { personId: string }): Promise<string> {
    const secret = newSecret();
    const { personId } = actor;
    await this.database.transaction(async () => {
      await this.database.repo(CalendarAddressEntity).delete({ personId });
      await this.database
        .repo(CalendarAddressEntity)
        .insert({ id: newId(), personId, tokenHash: hashOf(secret), madeAt: this.clock.now() });
      await this.audit.record(actor, { action: 'calendar-address.make', subjectKind: 'person', subjectId: personId });
    });
    return secret;
  }

  /** Ends the address; without one it changes nothing. */
  async end(actor: Actor & { personId: string }): Promise<void> {
    const { personId } = actor;
    await this.database.transaction(async () => {
      const done = await this.database.repo(CalendarAddressEntity).delete({ personId });
      if (done.affected)
        await this.audit.record(actor, { action: 'calendar-address.end', subjectKind: 'person', subjectId: personId });
    });
  }

  /** The sessions of the confirmed bookings of whoever made this address; null where it does not work. */
  async sessionsBehind(secret: string): Promise<CalendarSession[] | null> {
    const address = await this.database.repo(CalendarAddressEntity).findOneBy({ tokenHash: hashOf(secret) });
    if (!address) return null;
    const { personId } = address;
    if (!(await this.database.repo(PersonEntity).existsBy({ id: personId, erasedAt: IsNull() }))) return null;
    const rows = await this.database
      .repo(EventSessionEntity)
      .createQueryBuilder('session')
      .innerJoin(BookingEntity, 'booking', 'booking.eventId = session.eventId')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .innerJoin(CourseEntity, 'course', 'course.id = booking.courseId')
      .leftJoin(VenueEntity, 'venue', "venue.id = event.venueId AND event.delivery <> 'online'")
      .leftJoin(CalendarEntryEntity, 'entry', 'entry.bookingId = booking.id AND entry.sessionId = session.id')
      .select('session')
      .addSelect(['booking.id AS bookingId', 'booking.reference AS reference', 'booking.requestedAt AS requestedAt'])
      .addSelect(['course.title AS courseTitle', 'event.delivery AS delivery'])
      .addSelect(['venue.name AS venueName', 'venue.address AS venueAddress'])
      .addSelect(['entry.uid AS uid', 'entry.sequence AS sequence', 'entry.stampedAt AS stampedAt'])
      .where("booking.personId = :personId AND booking.status = 'confirmed' AND event.status = 'published'", {
        personId,
      })
      .orderBy('session.startsAt')
      .addOrderBy('session.id')
      .getRawAndEntities<CalendarRow>();
    return rows.entities.map((session, index) => sessionOf(session, rows.raw[index]!));
  }
}

interface CalendarRow {
  bookingId: string;
  reference: string;
  requestedAt: Date | string;
  courseTitle: string;
  delivery: string;
  venueName: string | null;
  venueAddress: string | null;
  uid: string | null;
  sequence: number | null;
  stampedAt: Date | string | null;
}

function sessionOf(session: EventSessionEntity, row: CalendarRow): CalendarSession {
  return {
    bookingId: row.bookingId,
    reference: row.reference,
    sessionId: session.id,
    courseTitle: row.courseTitle,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    isOnline: row.delivery === 'online',
    venue: [row.venueName, row.venueAddress].filter(Boolean).join(', ') || null,
    uid: row.uid,
    sequence: row.sequence ?? 0,
    stampedAt: storedInstant(row.stampedAt ?? row.requestedAt),
  };
}
