import { Injectable } from '@nestjs/common';
import { BookingEntity } from '@roundtable/bookings';
import type { KnowledgeGainRow } from '@roundtable/contracts';
import { CourseEntity, OutcomeStatementEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { type Actor, Database, Problem } from '@roundtable/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { AnswerEntity } from './answer.entity';
import { type AttendedEvent, type RawTime, attendedSince } from './attended-since';
import { counted } from './counted-responses';
import { type KnowledgeGainQuestion, limitTo } from './cuts/counted-answers';
import { type RatingGroup, knowledgeGainRow } from './knowledge-gain-rules';
import { ratingGroups } from './rating-groups';
import { ResponseEntity } from './response.entity';
import type { StatementTitle } from './publication/publication-rows';

interface RawGroup {
  statementId: string;
  ratedBefore: number | string | null;
  ratedAfter: number | string | null;
  hasAttended: number | string;
  people: number | string;
  isDemonstration: number | string;
  firstEnd: RawTime;
  lastEnd: RawTime;
}

/** Knowledge gain by course and outcome statement. */
@Injectable()
export class KnowledgeGainQueries {
  constructor(private readonly database: Database) {}

  /**
   * A row for each statement that was answered, by course title and the statement's place. Live figures: for
   * coordinators only. Left out are late answers, those of people without a confirmed booking, and once the register
   * is closed those of absent people. History without a date counts when its whole partnership year is in the period.
   */
  async rows(actor: Actor, question: KnowledgeGainQuestion = {}): Promise<KnowledgeGainRow[]> {
    if (!actor.roles.includes('coordinator')) throw new Problem('people.not-allowed');
    const groups = groupedBy(await this.groups(question), (group) => group.statementId);
    if (groups.size === 0) return [];
    const attendance = groupedBy(await this.attendance(question), (row) => row.courseId);
    const statements = await this.statements([...groups.keys()]);
    return statements.map(({ statement, courseTitle, isDemonstration }) => {
      const answered = groups.get(statement.id) ?? [];
      return knowledgeGainRow({
        courseId: statement.courseId,
        courseTitle,
        statement: statement.wording,
        isDemonstration: isDemonstration || answered.some((group) => Number(group.isDemonstration) === 1),
        groups: answered.map(ratingGroup),
        attended: attendedSince(answered, statement.retiredAt !== null, attendance.get(statement.courseId) ?? []),
      });
    });
  }

  /** The wordings of statements, in the order of a report. */
  async titles(ids: string[]): Promise<StatementTitle[]> {
    if (ids.length === 0) return [];
    return (await this.statements(ids)).map(({ statement, courseTitle, isDemonstration }) => ({
      statementId: statement.id,
      courseId: statement.courseId,
      courseTitle,
      statement: statement.wording,
      isDemonstration,
    }));
  }

  /** Pairs of ratings with how many gave them; answers of one stage alone are pairs of which one is empty. */
  private async groups(question: KnowledgeGainQuestion): Promise<RawGroup[]> {
    const [before, after] = [this.ratings('before', 'after', question), this.ratings('after', 'before', question)];
    const both = before
      .addSelect(['answer.value AS ratedBefore', 'other.value AS ratedAfter'])
      .addGroupBy('other.value');
    const afterAlone = after
      .andWhere('other.id IS NULL')
      .addSelect(['NULL AS ratedBefore', 'answer.value AS ratedAfter']);
    const read = (ratings: SelectQueryBuilder<ResponseEntity>): Promise<RawGroup[]> =>
      ratingGroups(this.database, ratings, ['other']);
    return (await Promise.all([read(both), read(afterAlone)])).flat();
  }

  /**
   * Ratings of one stage, each with what the same person said at the other: joined by keys, because grouping by person
   * and event would sort every answer there is.
   */
  private ratings(
    stage: 'before' | 'after',
    otherStage: 'before' | 'after',
    question: KnowledgeGainQuestion,
  ): SelectQueryBuilder<ResponseEntity> {
    const rows = counted(this.database.repo(ResponseEntity).createQueryBuilder('response'))
      .innerJoin(AnswerEntity, 'answer', 'answer.responseId = response.id')
      .leftJoin(
        ResponseEntity,
        'otherResponse',
        'otherResponse.eventId = response.eventId AND otherResponse.personId = response.personId AND otherResponse.mode = :otherStage AND otherResponse.sentAt IS NOT NULL AND otherResponse.isLate = :late AND (otherResponse.bookingId IS NULL OR booking.id IS NOT NULL)',
        { otherStage },
      )
      .leftJoin(AnswerEntity, 'other', 'other.responseId = otherResponse.id AND other.statementId = answer.statementId')
      .andWhere('response.mode = :stage', { stage })
      .select('answer.statementId', 'statementId')
      .addSelect("CASE WHEN booking.attendance = 'attended' THEN 1 ELSE 0 END", 'hasAttended')
      .addSelect(['COUNT(*) AS people', 'MIN(event.endsAt) AS firstEnd', 'MAX(event.endsAt) AS lastEnd'])
      .addSelect(
        'MAX(CASE WHEN otherResponse.isDemonstration = :yes THEN :yes ELSE response.isDemonstration END)',
        'isDemonstration',
      )
      .setParameter('yes', true)
      .groupBy('answer.statementId')
      .addGroupBy('answer.value')
      .addGroupBy("CASE WHEN booking.attendance = 'attended' THEN 1 ELSE 0 END");
    limitTo(rows, question);
    return rows;
  }

  /** How many attended each event. */
  async attendance(question: KnowledgeGainQuestion): Promise<AttendedEvent[]> {
    const attended = this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .where("booking.status = 'confirmed' AND booking.attendance = 'attended' AND event.status <> 'cancelled'")
      .select(['event.courseId AS courseId', 'event.endsAt AS endsAt', 'COUNT(*) AS attended'])
      .groupBy('event.id')
      .addGroupBy('event.courseId')
      .addGroupBy('event.endsAt');
    limitTo(attended, question);
    return attended.getRawMany<AttendedEvent>();
  }

  /** The statements of these ids with their courses, in the order of a report. */
  async statements(
    ids: string[],
  ): Promise<{ statement: OutcomeStatementEntity; courseTitle: string; isDemonstration: boolean }[]> {
    const { entities, raw } = await this.database
      .repo(OutcomeStatementEntity)
      .createQueryBuilder('statement')
      .innerJoin(CourseEntity, 'course', 'course.id = statement.courseId')
      .addSelect('course.title', 'courseTitle')
      .addSelect('course.isDemonstration', 'isDemonstration')
      .where('statement.id IN (:...ids)', { ids })
      .orderBy('course.title')
      .addOrderBy('statement.position')
      .addOrderBy('statement.id')
      .getRawAndEntities<{ courseTitle: string; isDemonstration: number }>();
    return entities.map((statement, index) => ({
      statement,
      courseTitle: raw[index]?.courseTitle ?? '',
      isDemonstration: Boolean(raw[index]?.isDemonstration),
    }));
  }
}

function ratingGroup(raw: RawGroup): RatingGroup {
  const rating = (value: number | string | null): number | null => (value === null ? null : Number(value));
  return {
    before: rating(raw.ratedBefore),
    after: rating(raw.ratedAfter),
    people: Number(raw.people),
    hasAttended: Number(raw.hasAttended) === 1,
  };
}

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
