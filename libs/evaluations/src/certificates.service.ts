import { Inject, Injectable } from '@nestjs/common';
import { BookingEntity } from '@roundtable/bookings';
import { type CertificateCheckView, paths } from '@roundtable/contracts';
import { CourseEntity, CourseValidities } from '@roundtable/courses';
import { AttendanceRecords } from '@roundtable/elearning';
import { EventEntity, EventSessionEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import {
  type Actor,
  Audit,
  CONFIG,
  Clock,
  type Config,
  Database,
  Problem,
  dateInWords,
  found,
  isDuplicate,
  isOffice,
  lettersNotDrawn,
  londonDate,
} from '@roundtable/platform';
import { type CertificateSheet, drawCertificate, wordsOf } from './certificate-drawing';
import { initialsOf, isReleased, isValid, lengthInWords, renewalDay } from './certificate-rules';
import { CertificateEntity } from './certificate.entity';
import { ResponseEntity } from './response.entity';

/** What a certificate says, and the letters of it that the PDF could not draw. */
export interface CertificatePaper {
  sheet: CertificateSheet;
  notDrawn: string[];
}

/** Proof of attendance. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly validities: CourseValidities,
    private readonly records: AttendanceRecords,
    private readonly audit: Audit,
  ) {}

  /**
   * The certificate of a booking, issued when it is first asked for, and again when it is asked for after the person's
   * name was corrected. For the delegate and the office, not found for others. Refuses one that is not released or was
   * withdrawn.
   */
  async of(actor: Actor, bookingId: string): Promise<CertificateEntity> {
    return this.issued(actor, await this.visible(actor, bookingId));
  }

  /** What the same certificate says, and which letters of it the PDF could not draw. Refuses as `of`. */
  async paper(actor: Actor, bookingId: string): Promise<CertificatePaper> {
    const booking = await this.visible(actor, bookingId);
    const sheet = await this.sheet(booking, await this.issued(actor, booking));
    return { sheet, notDrawn: lettersNotDrawn(wordsOf(sheet)) };
  }

  /** The same certificate as an A4 page (PDF). Refuses as `of`, and where a letter would come out as a box. */
  async pdf(actor: Actor, bookingId: string): Promise<Buffer> {
    const { sheet, notDrawn } = await this.paper(actor, bookingId);
    if (notDrawn.length > 0) throw new Problem('certificates.not-drawn', { detail: { letters: notDrawn } });
    return drawCertificate(sheet);
  }

  /**
   * What anybody who holds a code may know: course, last day in London ('YYYY-MM-DD'), initials, and whether it is
   * valid, was withdrawn, or was issued again with a corrected name.
   */
  async check(code: string): Promise<CertificateCheckView> {
    const certificate = found(
      await this.database.repo(CertificateEntity).findOneBy({ code: code.trim().toUpperCase() }),
    );
    const booking = await this.database.repo(BookingEntity).findOneByOrFail({ id: certificate.bookingId });
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: booking.courseId });
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: booking.eventId });
    const isLatest = (await this.latestOf(certificate.bookingId))?.id === certificate.id;
    return {
      code: certificate.code,
      courseTitle: course.title,
      date: event.endsAt ? londonDate(event.endsAt) : (event.period ?? ''),
      status: isValid(certificate, booking) ? (isLatest ? 'valid' : 'replaced') : 'withdrawn',
      initials: initialsOf(certificate.printedName),
    };
  }

  private async visible(actor: Actor, bookingId: string): Promise<BookingEntity> {
    const booking = found(await this.database.repo(BookingEntity).findOneBy({ id: bookingId }));
    return found(booking.personId === actor.personId || isOffice(actor) ? booking : null);
  }

  private async issued(actor: Actor, booking: BookingEntity): Promise<CertificateEntity> {
    const uniqueKey = ResponseEntity.keyOf(booking.eventId, booking.personId, 'after');
    const after = await this.database.repo(ResponseEntity).findOneBy({ uniqueKey });
    const there = await this.latestOf(booking.id);
    if (!isReleased(booking, after) || there?.withdrawnAt) throw new Problem('certificates.not-released');
    const { name } = await this.database.repo(PersonEntity).findOneByOrFail({ id: booking.personId });
    return there?.printedName === name ? there : this.issue(actor, booking, name, there);
  }

  private async issue(
    actor: Actor,
    booking: BookingEntity,
    printedName: string,
    former: CertificateEntity | null,
  ): Promise<CertificateEntity> {
    const certificate = CertificateEntity.issue(booking.id, printedName, this.clock.now(), former);
    try {
      await this.database.transaction(async () => {
        await this.database.repo(CertificateEntity).insert(certificate);
        if (former) await this.noteReplaced(actor, former, certificate);
      });
      return certificate;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return found(await this.latestOf(booking.id));
    }
  }

  private noteReplaced(actor: Actor, former: CertificateEntity, certificate: CertificateEntity): Promise<void> {
    return this.audit.record(actor, {
      action: 'certificate.replace',
      subjectKind: 'booking',
      subjectId: certificate.bookingId,
      before: { code: former.code },
      after: { code: certificate.code },
      reason: 'The name was corrected',
    });
  }

  private latestOf(bookingId: string): Promise<CertificateEntity | null> {
    return this.database.repo(CertificateEntity).findOne({ where: { bookingId }, order: { issue: 'DESC' } });
  }

  private async sheet(booking: BookingEntity, certificate: CertificateEntity): Promise<CertificateSheet> {
    const { eventId } = booking;
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: booking.courseId });
    const sessions = await this.database
      .repo(EventSessionEntity)
      .find({ where: { eventId }, order: { startsAt: 'ASC' } });
    const days = [...new Set(sessions.map((session) => dateInWords(session.startsAt)))];
    const record = await this.records.of(booking.id);
    const renewal = record ? record.expiresAt : await this.renewalOf(booking, event, course);
    return {
      name: certificate.printedName,
      courseTitle: course.title,
      days: days.length > 0 ? days : [event.period ?? ''],
      length: lengthInWords(course.minutes),
      level: course.level,
      editions: record?.editions ?? [],
      renewal: renewal ? dateInWords(renewal) : null,
      code: certificate.code,
      checkUrl: this.config.publicUrl + paths.certificateCheck({ code: certificate.code }),
      issuedAt: certificate.issuedAt,
      isDemonstration: event.isDemonstration || course.isDemonstration,
    };
  }

  /** Where nothing is on record, as for history that was imported: what holds for the course now. */
  private async renewalOf(booking: BookingEntity, { endsAt }: EventEntity, course: CourseEntity): Promise<Date | null> {
    const monthsFor = await this.validities.termsOf(course);
    return endsAt && renewalDay(endsAt, monthsFor(booking));
  }
}
