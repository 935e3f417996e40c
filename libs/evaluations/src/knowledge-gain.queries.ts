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
import { type RatingAfter, ratingGroups } from './rating-groups';
import { readRatings } from './read-ratings';
import { ResponseEntity } from './response.entity';
import { type StatementKeys, statementKeys } from './statement-keys';
import type { StatementTitle } from './publication/publication-rows';

interface RawRatings {
  statementKey: string | number;
  value: number | string;
  /** What the same people said after the training; asked for ratings before it alone. */
  valueAfter?: number | string | null;
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
    const keys = await this.keys(question);
    const [ratedBefores, ratedAfters, attended] = await Promise.all([
      this.befores(question, keys),
      this.afters(question, keys),
      this.attendance(question),
    ]);
    const [befores, afters] = [byStatement(ratedBefores, keys), byStatement(ratedAfters, keys)];
    if (befores.size + afters.size === 0) return [];
    const attendance = groupedBy(attended, ({ courseId }) => courseId);
    const statements = await this.statements([...new Set([...befores.keys(), ...afters.keys()])]);
    return statements.map(({ statement, courseTitle, isDemonstration }) => {
      const [before, after] = [befores.get(statement.id) ?? [], afters.get(statement.id) ?? []];
      const answered = [...before, ...after];
      return knowledgeGainRow({
        courseId: statement.courseId,
        courseTitle,
        stem: statement.stem,
        statement: statement.wording,
        isDemonstration: isDemonstration || answered.some((group) => Number(group.isDemonstration) === 1),
        groups: ratingGroups(before.map(ratedBefore), after.map(ratedAfter)),
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
      stem: statement.stem,
      statement: statement.wording,
      isDemonstration,
    }));
  }

  /**
   * How many gave each rating before the training, with what the same people said after it, which may be nothing:
   * joined by keys, because grouping by person and event would sort every answer there is.
   */
  private befores(question: KnowledgeGainQuestion, keys: StatementKeys): Promise<RawRatings[]> {
    const rows = this.ratings('before', question, keys)
      .leftJoin(
        ResponseEntity,
        'otherResponse',
        "otherResponse.eventId = response.eventId AND otherResponse.personId = response.personId AND otherResponse.mode = 'after' AND otherResponse.sentAt IS NOT NULL AND otherResponse.isLate = :late AND (otherResponse.bookingId IS NULL OR booking.id IS NOT NULL)",
      )
      .leftJoin(AnswerEntity, 'other', 'other.responseId = otherResponse.id AND other.statementId = answer.statementId')
      .addSelect('other.value', 'valueAfter')
      .addGroupBy('other.value');
    return readRatings(this.database, rows, ['other']);
  }

  /** How many gave each rating after the training. */
  private afters(question: KnowledgeGainQuestion, keys: StatementKeys): Promise<RawRatings[]> {
    return readRatings(this.database, this.ratings('after', question, keys), []);
  }

  /** Ratings of one stage that enter figures, counted by statement, value and whether their author attended. */
  private ratings(
    stage: 'before' | 'after',
    question: KnowledgeGainQuestion,
    { expression }: StatementKeys,
  ): SelectQueryBuilder<ResponseEntity> {
    const rows = counted(this.database.repo(ResponseEntity).createQueryBuilder('response'))
      .innerJoin(AnswerEntity, 'answer', 'answer.responseId = response.id')
      .select(expression, 'statementKey')
      .addSelect("CASE WHEN booking.attendance = 'attended' THEN 1 ELSE 0 END", 'hasAttended')
      .andWhere('response.mode = :stage', { stage })
      .addSelect(['answer.value AS value', 'COUNT(*) AS people'])
      .addSelect(['MIN(event.endsAt) AS firstEnd', 'MAX(event.endsAt) AS lastEnd'])
      .addSelect('MAX(response.isDemonstration)', 'isDemonstration')
      .groupBy(expression)
      .addGroupBy('answer.value')
      .addGroupBy("CASE WHEN booking.attendance = 'attended' THEN 1 ELSE 0 END");
    limitTo(rows, question);
    return rows;
  }

  /** By what answers to the statements that a question can meet are grouped. */
  async keys({ courseId }: KnowledgeGainQuestion): Promise<StatementKeys> {
    const statements = this.database.repo(OutcomeStatementEntity);
    const found = await statements.find({ where: courseId ? { courseId } : {}, select: { id: true } });
    return statementKeys(
      this.database.engine,
      found.map(({ id }) => id),
    );
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

function ratedBefore({ value, valueAfter = null, people, hasAttended }: RawRatings): RatingGroup {
  const after = valueAfter === null ? null : Number(valueAfter);
  return { before: Number(value), after, people: Number(people), hasAttended: Number(hasAttended) === 1 };
}

function ratedAfter({ value, people, hasAttended }: RawRatings): RatingAfter {
  return { after: Number(value), people: Number(people), hasAttended: Number(hasAttended) === 1 };
}

function byStatement(ratings: readonly RawRatings[], { idOf }: StatementKeys): Map<string, RawRatings[]> {
  const known = ratings.flatMap((rating) => {
    const statementId = idOf(rating.statementKey);
    return statementId === null ? [] : [{ ...rating, statementId }];
  });
  return groupedBy(known, ({ statementId }) => statementId);
}

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
