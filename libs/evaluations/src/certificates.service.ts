import { Inject, Injectable } from '@nestjs/common';
import { BookingEntity } from '@roundtable/bookings';
import { type CertificateCheckView, paths } from '@roundtable/contracts';
import { CourseEntity, CourseValidities } from '@roundtable/courses';
import { EventEntity, EventSessionEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import {
  type Actor,
  CONFIG,
  Clock,
  type Config,
  Database,
  Problem,
  dateInWords,
  found,
  isDuplicate,
  isOffice,
  londonDate,
} from '@roundtable/platform';
import { type CertificateSheet, drawCertificate } from './certificate-drawing';
import { initialsOf, isReleased, isValid, lengthInWords, renewalDay } from './certificate-rules';
import { CertificateEntity } from './certificate.entity';
import { ResponseEntity } from './response.entity';

/** Proof of attendance. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly validities: CourseValidities,
  ) {}

  /**
   * The certificate of a booking, issued the first time it is asked for; the name stays as it was then. For the
   * delegate and the office, not found for others. Refuses one that is not released or was withdrawn.
   */
  async of(actor: Actor, bookingId: string): Promise<CertificateEntity> {
    return this.issued(await this.visible(actor, bookingId));
  }

  /** The same certificate as an A4 page (PDF). Refuses as `of`. */
  async pdf(actor: Actor, bookingId: string): Promise<Buffer> {
    const booking = await this.visible(actor, bookingId);
    return drawCertificate(await this.sheet(booking, await this.issued(booking)));
  }

  /** What anybody who holds a code may know: course, last day in London ('YYYY-MM-DD'), initials, and whether it is valid. */
  async check(code: string): Promise<CertificateCheckView> {
    const certificate = found(
      await this.database.repo(CertificateEntity).findOneBy({ code: code.trim().toUpperCase() }),
    );
    const booking = await this.database.repo(BookingEntity).findOneByOrFail({ id: certificate.bookingId });
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: booking.courseId });
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: booking.eventId });
    return {
      code: certificate.code,
      courseTitle: course.title,
      date: event.endsAt ? londonDate(event.endsAt) : (event.period ?? ''),
      status: isValid(certificate, booking) ? 'valid' : 'withdrawn',
      initials: initialsOf(certificate.printedName),
    };
  }

  private async visible(actor: Actor, bookingId: string): Promise<BookingEntity> {
    const booking = found(await this.database.repo(BookingEntity).findOneBy({ id: bookingId }));
    return found(booking.personId === actor.personId || isOffice(actor) ? booking : null);
  }

  private async issued(booking: BookingEntity): Promise<CertificateEntity> {
    const uniqueKey = ResponseEntity.keyOf(booking.eventId, booking.personId, 'after');
    const after = await this.database.repo(ResponseEntity).findOneBy({ uniqueKey });
    const there = await this.issuedFor(booking.id);
    if (!isReleased(booking, after) || there?.withdrawnAt) throw new Problem('certificates.not-released');
    return there ?? this.issue(booking);
  }

  private async issue(booking: BookingEntity): Promise<CertificateEntity> {
    const person = await this.database.repo(PersonEntity).findOneByOrFail({ id: booking.personId });
    const certificate = CertificateEntity.issue(booking.id, person.name, this.clock.now());
    try {
      await this.database.repo(CertificateEntity).insert(certificate);
      return certificate;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return found(await this.issuedFor(booking.id));
    }
  }

  private issuedFor(bookingId: string): Promise<CertificateEntity | null> {
    return this.database.repo(CertificateEntity).findOneBy({ bookingId });
  }

  private async sheet(booking: BookingEntity, certificate: CertificateEntity): Promise<CertificateSheet> {
    const { eventId } = booking;
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: booking.courseId });
    const sessions = await this.database
      .repo(EventSessionEntity)
      .find({ where: { eventId }, order: { startsAt: 'ASC' } });
    const days = [...new Set(sessions.map((session) => dateInWords(session.startsAt)))];
    const monthsFor = await this.validities.termsOf(course);
    const renewal = event.endsAt && renewalDay(event.endsAt, monthsFor(booking));
    return {
      name: certificate.printedName,
      courseTitle: course.title,
      days: days.length > 0 ? days : [event.period ?? ''],
      length: lengthInWords(course.minutes),
      level: course.level,
      renewal: renewal ? dateInWords(renewal) : null,
      code: certificate.code,
      checkUrl: this.config.publicUrl + paths.certificateCheck({ code: certificate.code }),
      issuedAt: certificate.issuedAt,
      isDemonstration: event.isDemonstration || course.isDemonstration,
    };
  }
}
