import { Inject, Injectable } from '@nestjs/common';
import { BookingEntity } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import {
  CONFIG,
  Clock,
  type Config,
  Database,
  type FilledTemplate,
  Outbox,
  dateInWords,
  filled,
  found,
} from '@roundtable/platform';
import { In } from 'typeorm';
import { insertAll } from './bulk-insert';
import { CertificateNews } from './certificate-news.queries';
import { withdrawalReason } from './certificate-rules';
import { CertificateEntity } from './certificate.entity';
import { CERTIFICATE_READY, CERTIFICATE_WITHDRAWN } from './certificate.templates';
import { rowsById } from './rows-by-id';

/** How many are told in one round; the rest come in the next. */
const ROUND = 200;

/** A booking's certificate with what its mails say. */
interface Told {
  certificate: CertificateEntity;
  booking: BookingEntity;
  person: PersonEntity;
  /** What every mail about it says: course, date and code. */
  words: Record<'course' | 'date' | 'code', string>;
}

/** Tells people once that their certificate is ready, and when it holds no longer. */
@Injectable()
export class CertificateMails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly news: CertificateNews,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One round of both; answers how many were told. Again it changes nothing. */
  async tell(): Promise<number> {
    return (await this.tellReady()) + (await this.tellWithdrawn());
  }

  /** Issues what is ready and was not asked for yet, and tells of it; again after a withdrawal that was taken back. */
  private async tellReady(): Promise<number> {
    return this.database.transaction(async () => {
      const bookings = await this.news.ready(ROUND);
      const certificates = await this.issued(bookings);
      if (certificates.length === 0) return 0;
      await this.write('certificate-ready', certificates, (told) => {
        const { withdrawalToldAt, code } = told.certificate;
        const checkUrl = this.config.publicUrl + paths.certificateCheck({ code });
        return {
          occurrence: withdrawalToldAt ? `since-${withdrawalToldAt.getTime()}` : '1',
          letter: filled(CERTIFICATE_READY, { ...told.words, checkUrl }, { url: this.bookingUrl(told) }),
        };
      });
      await this.database
        .repo(CertificateEntity)
        .update({ id: In(certificates.map(({ id }) => id)) }, { toldAt: this.clock.now(), withdrawalToldAt: null });
      return certificates.length;
    });
  }

  private async tellWithdrawn(): Promise<number> {
    return this.database.transaction(async () => {
      const certificates = await this.news.withdrawn(ROUND);
      if (certificates.length === 0) return 0;
      await this.write('certificate-withdrawn', certificates, (told) => ({
        occurrence: String((told.certificate.toldAt ?? told.certificate.issuedAt).getTime()),
        letter: filled(
          CERTIFICATE_WITHDRAWN,
          { ...told.words, reason: withdrawalReason(told.booking) },
          { url: this.bookingUrl(told) },
        ),
      }));
      await this.database
        .repo(CertificateEntity)
        .update({ id: In(certificates.map(({ id }) => id)) }, { withdrawalToldAt: this.clock.now() });
      return certificates.length;
    });
  }

  /** The certificates of these bookings, issued where they are not there. */
  private async issued(bookings: readonly BookingEntity[]): Promise<CertificateEntity[]> {
    if (bookings.length === 0) return [];
    const there = await this.database
      .repo(CertificateEntity)
      .find({ where: { bookingId: In(bookings.map(({ id }) => id)) }, order: { issue: 'ASC' } });
    // The one issued last stands in the place of those before it.
    const known = new Map(there.map((certificate) => [certificate.bookingId, certificate]));
    const people = await rowsById(
      this.database,
      PersonEntity,
      bookings.map(({ personId }) => personId),
    );
    const now = this.clock.now();
    const issued = bookings
      .filter(({ id }) => !known.has(id))
      .map(({ id, personId }) => CertificateEntity.issue(id, found(people.get(personId)).name, now));
    await insertAll(this.database, CertificateEntity, issued);
    return [...known.values(), ...issued];
  }

  /** Writes to everybody of these who has an address. */
  private async write(
    kind: string,
    certificates: readonly CertificateEntity[],
    mailOf: (told: Told) => { occurrence: string; letter: FilledTemplate },
  ): Promise<void> {
    const told = await this.told(certificates);
    await this.outbox.writeAll(
      told.map((one) => ({
        kind,
        regarding: one.booking.id,
        to: { personId: one.person.id, name: one.person.name, address: one.person.email ?? '' },
        ...mailOf(one),
      })),
    );
  }

  private async told(certificates: readonly CertificateEntity[]): Promise<Told[]> {
    const bookings = await rowsById(
      this.database,
      BookingEntity,
      certificates.map(({ bookingId }) => bookingId),
    );
    const all = [...bookings.values()];
    const people = await rowsById(
      this.database,
      PersonEntity,
      all.map(({ personId }) => personId),
    );
    const events = await rowsById(
      this.database,
      EventEntity,
      all.map(({ eventId }) => eventId),
    );
    const courses = await rowsById(
      this.database,
      CourseEntity,
      all.map(({ courseId }) => courseId),
    );
    return certificates.flatMap((certificate): Told[] => {
      const booking = found(bookings.get(certificate.bookingId));
      const person = found(people.get(booking.personId));
      const startsAt = events.get(booking.eventId)?.startsAt;
      if (!startsAt || person.email === null || person.erasedAt !== null) return [];
      const course = found(courses.get(booking.courseId)).title;
      const words = { course, date: dateInWords(startsAt), code: certificate.code };
      return [{ certificate, booking, person, words }];
    });
  }

  private bookingUrl({ booking }: Told): string {
    return this.config.publicUrl + paths.booking({ id: booking.id });
  }
}
