import { Injectable } from '@nestjs/common';
import { BookingEntity, RegisterEntity, RegisterMarkEntity } from '@roundtable/bookings';
import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { Clock, Database } from '@roundtable/platform';
import { Brackets } from 'typeorm';
import { CertificateEntity } from './certificate.entity';
import { ResponseEntity } from './response.entity';

const DAY_MS = 24 * 3_600_000;
/** What was released longer ago is not told any more: whoever wanted it has it. */
const FRESH_DAYS = 30;
/** Answers are taken for a year after their six weeks, so no event that ended earlier releases anything. */
const LONGEST_DAYS = 420;

/** Of several that were issued for one booking, the last one is the certificate. */
const IS_LATEST =
  'certificate.issue = (SELECT MAX(latest.issue) FROM certificates latest WHERE latest.booking_id = certificate.bookingId)';

/** Which certificates became ready, and which hold no longer, and nobody was told. */
@Injectable()
export class CertificateNews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Bookings whose certificate is ready: attended by a closed register, with the answers after it sent. */
  async ready(most: number): Promise<BookingEntity[]> {
    const now = this.clock.now().getTime();
    const rows = this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
      .innerJoin(RegisterEntity, 'register', 'register.eventId = booking.eventId')
      .innerJoin(
        ResponseEntity,
        'response',
        "response.eventId = booking.eventId AND response.personId = booking.personId AND response.mode = 'after'",
      )
      .leftJoin(CertificateEntity, 'certificate', `certificate.bookingId = booking.id AND ${IS_LATEST}`)
      .where("booking.status = 'confirmed' AND booking.attendance = 'attended' AND response.sentAt IS NOT NULL")
      .andWhere('event.endsAt > :longAgo', { longAgo: new Date(now - LONGEST_DAYS * DAY_MS) })
      .andWhere('person.erasedAt IS NULL AND certificate.withdrawnAt IS NULL');
    const marked = rows
      .subQuery()
      .select('1')
      .from(RegisterMarkEntity, 'mark')
      .where('mark.bookingId = booking.id AND mark.markedAt > :fresh')
      .getQuery();
    return rows
      .andWhere(
        new Brackets((either) =>
          either
            .where('certificate.withdrawalToldAt IS NOT NULL')
            .orWhere(
              `(certificate.toldAt IS NULL AND (response.sentAt > :fresh OR register.closedAt > :fresh OR EXISTS ${marked}))`,
              { fresh: new Date(now - FRESH_DAYS * DAY_MS) },
            ),
        ),
      )
      .orderBy('booking.id')
      .limit(most)
      .getMany();
  }

  /** Certificates whose booking does not say any more that its delegate attended. Those of merged people are no news. */
  async withdrawn(most: number): Promise<CertificateEntity[]> {
    return this.database
      .repo(CertificateEntity)
      .createQueryBuilder('certificate')
      .innerJoin(BookingEntity, 'booking', 'booking.id = certificate.bookingId')
      .where(`certificate.withdrawalToldAt IS NULL AND certificate.withdrawnAt IS NULL AND ${IS_LATEST}`)
      .andWhere("(booking.status <> 'confirmed' OR booking.attendance IS NULL OR booking.attendance <> 'attended')")
      .orderBy('certificate.id')
      .limit(most)
      .getMany();
  }
}
