import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BookingEntity } from '@roundtable/bookings';
import type { HoldKind } from '@roundtable/contracts';
import { CourseEntity, OutcomeStatementEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import {
  type DataSection,
  Database,
  LinkEntity,
  Links,
  PersonalData,
  type PersonalDataOwner,
} from '@roundtable/platform';
import { In, IsNull, type ObjectLiteral } from 'typeorm';
import { AnswerEntity } from './answer.entity';
import { CertificateEntity } from './certificate.entity';
import { ForgottenResponses } from './forgotten-responses.service';
import { ResponseEntity } from './response.entity';

/** What is held about how people rated themselves, and the certificates they have. */
@Injectable()
export class EvaluationsPersonalData implements PersonalDataOwner, OnModuleInit {
  readonly name = 'evaluations';
  readonly position = 40;
  readonly covers = ['responses', 'answers', 'certificates', 'links'];

  constructor(
    private readonly database: Database,
    private readonly links: Links,
    private readonly responses: ForgottenResponses,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
  }

  async exportOf(personId: string): Promise<DataSection[]> {
    const responses = await this.database
      .repo(ResponseEntity)
      .find({ where: { personId }, order: { createdAt: 'ASC' } });
    return [...(await this.answers(responses)), ...(await this.certificates(personId))];
  }

  /** Scores stay with course, year and sector; certificates, links and what was never sent go. */
  async forget(personId: string): Promise<void> {
    const responses = this.database.repo(ResponseEntity);
    const all = await responses.findBy({ personId });
    await this.links.forget(all.map(({ id }) => id));
    await responses.delete({ personId, sentAt: IsNull() });
    await this.responses.forget(all.filter(({ sentAt }) => sentAt !== null));
    const bookings = await this.database.repo(BookingEntity).find({ select: { id: true }, where: { personId } });
    if (bookings.length > 0)
      await this.database.repo(CertificateEntity).delete({ bookingId: In(bookings.map(({ id }) => id)) });
  }

  /** Answering is taking part. */
  async lastActivityOf(personIds: readonly string[]): Promise<Map<string, Date>> {
    const last = new Map<string, Date>();
    for (const { personId, sentAt } of await this.database
      .repo(ResponseEntity)
      .find({ select: { personId: true, sentAt: true }, where: { personId: In([...personIds]) } }))
      if (sentAt && (last.get(personId) ?? new Date(0)) < sentAt) last.set(personId, sentAt);
    return last;
  }

  /** To an event and to a person belong the responses; to an event those who answered, too. */
  async reachOf(kind: HoldKind, id: string): Promise<string[]> {
    if (kind === 'agency') return [];
    const responses = await this.database
      .repo(ResponseEntity)
      .find({ select: { id: true, personId: true }, where: kind === 'event' ? { eventId: id } : { personId: id } });
    return responses.flatMap((row) => (kind === 'event' ? [row.id, row.personId] : [row.id]));
  }

  private async answers(responses: ResponseEntity[]): Promise<DataSection[]> {
    const responseId = In(responses.map(({ id }) => id));
    const answers = responses.length ? await this.database.repo(AnswerEntity).findBy({ responseId }) : [];
    const links = responses.length ? await this.database.repo(LinkEntity).findBy({ subjectId: responseId }) : [];
    const events = await this.byId(
      EventEntity,
      responses.map(({ eventId }) => eventId),
    );
    const courses = await this.byId(
      CourseEntity,
      [...events.values()].map(({ courseId }) => courseId),
    );
    const statements = await this.byId(
      OutcomeStatementEntity,
      answers.map(({ statementId }) => statementId),
    );
    const aboutOf = ({ eventId, mode }: ResponseEntity) => ({
      Course: courses.get(events.get(eventId)?.courseId ?? '')?.title ?? null,
      'Event starts': events.get(eventId)?.startsAt ?? events.get(eventId)?.period ?? null,
      When: mode,
    });
    return [
      {
        title: 'Questions you were asked before and after training',
        rows: responses.map((row) => ({
          ...aboutOf(row),
          'Asked on': row.createdAt,
          'Answered on': row.sentAt,
          'After the window': row.isLate,
          Sector: row.sector,
          'Job role': row.jobRole,
          Area: row.area,
        })),
      },
      {
        title: 'How you rated yourself',
        note: '1 is very poor, 5 is very good.',
        rows: responses.flatMap((response) =>
          answers
            .filter((answer) => answer.responseId === response.id)
            .map((answer) => ({
              ...aboutOf(response),
              Statement: statements.get(answer.statementId)?.wording ?? null,
              Rating: answer.value,
            })),
        ),
      },
      {
        title: 'Personal links to these questions',
        rows: links.map((row) => ({ For: row.purpose, 'Valid until': row.expiresAt })),
      },
    ];
  }

  private async certificates(personId: string): Promise<DataSection[]> {
    const bookings = await this.database.repo(BookingEntity).findBy({ personId });
    const references = new Map(bookings.map(({ id, reference }) => [id, reference]));
    const certificates = bookings.length
      ? await this.database.repo(CertificateEntity).findBy({ bookingId: In([...references.keys()]) })
      : [];
    return [
      {
        title: 'Your certificates',
        rows: certificates.map((row) => ({
          Booking: references.get(row.bookingId) ?? null,
          Code: row.code,
          Issue: row.issue,
          'Name on it': row.printedName,
          'Issued on': row.issuedAt,
          'Withdrawn on': row.withdrawnAt,
        })),
      },
    ];
  }

  private async byId<Row extends ObjectLiteral & { id: string }>(
    entity: new () => Row,
    ids: readonly string[],
  ): Promise<Map<string, Row>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.repo<{ id: string }>(entity).findBy({ id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row as Row]));
  }
}
