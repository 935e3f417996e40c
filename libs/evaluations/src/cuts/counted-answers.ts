import type { Database } from '@roundtable/platform';
import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { AnswerEntity } from '../answer.entity';
import { counted } from '../counted-responses';
import { type ReportPeriod, endOfPeriod, firstWholeYear, lastWholeYear, startOfPeriod } from '../report-period';
import { ResponseEntity } from '../response.entity';

/** What is asked of the report: a period that each event's last session ends in, and a course. */
export interface KnowledgeGainQuestion extends ReportPeriod {
  courseId?: string;
}

/**
 * The answers that enter a figure, one row for each event, person and statement: sent in time, of people with a
 * confirmed booking or of history, and once the register is closed of people who were there.
 */
export function countedAnswers(database: Database): SelectQueryBuilder<AnswerEntity> {
  return counted(
    database
      .repo(AnswerEntity)
      .createQueryBuilder('answer')
      .innerJoin(ResponseEntity, 'response', 'response.id = answer.responseId'),
  )
    .andWhere("response.mode IN ('before', 'after')")
    .select('answer.statementId', 'statementId')
    .addSelect("MAX(CASE WHEN response.mode = 'before' THEN answer.value END)", 'ratedBefore')
    .addSelect("MAX(CASE WHEN response.mode = 'after' THEN answer.value END)", 'ratedAfter')
    .addSelect("MAX(CASE WHEN booking.attendance = 'attended' THEN 1 ELSE 0 END)", 'hasAttended')
    .addSelect('MAX(response.isDemonstration)', 'isDemonstration')
    .groupBy('answer.statementId')
    .addGroupBy('response.eventId')
    .addGroupBy('response.personId');
}

/** Keeps the events of a course that end in a period, and history whose whole partnership year lies in it. */
export function limitTo<Row extends ObjectLiteral>(
  rows: SelectQueryBuilder<Row>,
  question: KnowledgeGainQuestion,
): void {
  if (question.courseId) rows.andWhere('event.courseId = :courseId', { courseId: question.courseId });
  const [start, end] = [startOfPeriod(question), endOfPeriod(question)];
  if (start)
    rows.andWhere(
      new Brackets((either) =>
        either
          .where('event.endsAt >= :start', { start })
          .orWhere('event.period >= :firstYear', { firstYear: firstWholeYear(question) }),
      ),
    );
  if (end)
    rows.andWhere(
      new Brackets((either) =>
        either
          .where('event.endsAt < :end', { end })
          .orWhere('event.period <= :lastYear', { lastYear: lastWholeYear(question) }),
      ),
    );
}
