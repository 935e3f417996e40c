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
import { In, IsNull, Not } from 'typeorm';
import { AnswerEntity } from './answer.entity';
import { KeptAnswers } from './answering/kept-answers.service';
import { CertificateEntity } from './certificate.entity';
import { TextDecisionEntity } from './disclosures/text-decision.entity';
import { ToldPeople } from './disclosures/told-people.service';
import { ForgottenResponses } from './forgotten-responses.service';
import { ManagersPersonalData } from './manager/managers-personal-data.service';
import { OwnAnswers } from './own-answers.queries';
import { ResponseEntity } from './response.entity';
import { rowsById } from './rows-by-id';

/** What is held about how people rated themselves, and the certificates they have. */
@Injectable()
export class EvaluationsPersonalData implements PersonalDataOwner, OnModuleInit {
  readonly name = 'evaluations';
  readonly position = 40;
  readonly covers = [
    'responses',
    'answers',
    'question_answers',
    'text_answers',
    'text_decisions',
    'answer_drafts',
    'line_managers',
    'certificates',
    'links',
  ];

  constructor(
    private readonly database: Database,
    private readonly links: Links,
    private readonly responses: ForgottenResponses,
    private readonly kept: KeptAnswers,
    private readonly own: OwnAnswers,
    private readonly told: ToldPeople,
    private readonly managers: ManagersPersonalData,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
  }

  async exportOf(personId: string): Promise<DataSection[]> {
    const responses = await this.database
      .repo(ResponseEntity)
      .find({ where: { personId, mode: Not('line-manager') }, order: { createdAt: 'ASC' } });
    return [
      ...(await this.answers(responses)),
      ...(await this.managers.exportOf(personId)),
      ...(await this.certificates(personId)),
      await this.decisions(personId),
    ];
  }

  /**
   * Scores stay with course, year and sector; certificates, links, what was never sent and what a line manager said of
   * the person go.
   */
  async forget(personId: string, names: readonly string[]): Promise<void> {
    await this.told.forget(names);
    await this.managers.forget(personId, names);
    const responses = this.database.repo(ResponseEntity);
    const all = await responses.findBy({ personId });
    await this.links.forget(all.map(({ id }) => id));
    await this.kept.eraseWords(all.map(({ id }) => id));
    await responses.delete({ personId, sentAt: IsNull() });
    await this.responses.forget(all.filter(({ sentAt }) => sentAt !== null));
    const bookings = await this.database.repo(BookingEntity).find({ select: { id: true }, where: { personId } });
    if (bookings.length > 0)
      await this.database.repo(CertificateEntity).delete({ bookingId: In(bookings.map(({ id }) => id)) });
  }

  /** Whoever takes back their consent is quoted no more, and their line manager is not asked. */
  async withdrawConsents(personId: string): Promise<void> {
    await this.database.repo(ResponseEntity).update({ personId }, { quoteConsentAt: null });
    await this.managers.refuseAll(personId);
  }

  /** Answering is taking part. */
  async lastActivityOf(personIds: readonly string[]): Promise<Map<string, Date>> {
    const last = new Map<string, Date>();
    for (const { personId, sentAt } of await this.database.repo(ResponseEntity).find({
      select: { personId: true, sentAt: true },
      where: { personId: In([...personIds]), mode: Not('line-manager') },
    }))
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
    const events = await rowsById(
      this.database,
      EventEntity,
      responses.map(({ eventId }) => eventId),
    );
    const courses = await rowsById(
      this.database,
      CourseEntity,
      [...events.values()].map(({ courseId }) => courseId),
    );
    const statements = await rowsById(
      this.database,
      OutcomeStatementEntity,
      answers.map(({ statementId }) => statementId),
    );
    const aboutOf = ({ eventId, mode }: ResponseEntity) => ({
      Course: courses.get(events.get(eventId)?.courseId ?? '')?.title ?? null,
      'Event starts': events.get(eventId)?.startsAt ?? events.get(eventId)?.period ?? null,
      When: mode,
    });
    const ids = responses.map(({ id }) => id);
    const [others, drafts] = [await this.own.of(ids), await this.own.draftsOf(ids)];
    const byId = new Map(responses.map((response) => [response.id, response]));
    const aboutId = (id: string) => {
      const response = byId.get(id);
      return response ? aboutOf(response) : {};
    };
    return [
      {
        title: 'Questions you were asked before and after training',
        rows: responses.map((row) => ({
          ...aboutOf(row),
          'Asked by mail on': row.askedAt,
          'Reminders sent': row.chasers ?? 0,
          'Answered on': row.sentAt,
          'After the window': row.isLate,
          'On paper': row.source === 'paper',
          'May be quoted since': row.quoteConsentAt,
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
        title: 'Your other answers',
        rows: others.map(({ responseId: of, question, answer }) => ({
          ...aboutId(of),
          Question: question,
          Answer: answer,
        })),
      },
      {
        title: 'What you typed and did not send',
        rows: drafts.map((row) => ({ ...aboutId(row.responseId), 'Typed on': row.savedAt, Text: row.value })),
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
          'You were told on': row.toldAt,
          'Withdrawn on': row.withdrawnAt,
          'You were told of the withdrawal on': row.withdrawalToldAt,
        })),
      },
    ];
  }

  /** Of a reader: what they decided, as the log keeps it. */
  private async decisions(personId: string): Promise<DataSection> {
    const lines = await this.database
      .repo(TextDecisionEntity)
      .find({ where: { decidedById: personId }, order: { decidedAt: 'ASC' } });
    return {
      title: 'What you decided about texts of others',
      rows: lines.map((line) => ({
        'Decided on': line.decidedAt,
        Decision: line.decision,
        'Passed on to': line.passedOnTo,
        'Passed on at': line.passedOnAt,
      })),
    };
  }
}
