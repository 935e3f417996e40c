import { type Database, type RetentionRule, batchOf } from '@roundtable/platform';
import { In, LessThan, MoreThan, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { AnswerDraftEntity } from './answering/answer-draft.entity';
import { TextAnswerEntity } from './answering/text-answer.entity';
import { TextDecisionEntity } from './disclosures/text-decision.entity';
import { ResponseEntity } from './response.entity';

const BATCH = 500;

interface FoundRow {
  id: string;
  responseId: string;
  bookingId: string | null;
  personId: string;
  eventId: string;
  agencyId: string | null;
}

/** Rows that hang on a response, with what a hold on it may name. */
async function ofResponses<Row extends ObjectLiteral>(rows: SelectQueryBuilder<Row>, key: string, start: string) {
  const found = await rows
    .select([`${key} AS id`, 'response.id AS responseId', 'response.bookingId AS bookingId'])
    .addSelect(['response.personId AS personId', 'response.eventId AS eventId', 'response.agencyId AS agencyId'])
    .andWhere(`${key} > :start`, { start })
    .orderBy(key, 'ASC')
    .limit(BATCH)
    .getRawMany<FoundRow>();
  return batchOf(
    found.map(({ id, responseId, bookingId, personId, eventId, agencyId }) => ({
      id,
      reference: responseId,
      belongsTo: [responseId, bookingId, personId, eventId, agencyId],
    })),
    BATCH,
  );
}

/** What is kept of responses for a shorter time than their scores. */
export function evaluationRules(database: Database): RetentionRule[] {
  return [
    {
      name: 'evaluations.text',
      title: 'What somebody wrote in their own words, from when they sent it',
      unit: 'months',
      usual: 24,
      overdue: (before, start) =>
        ofResponses(
          database
            .repo(TextAnswerEntity)
            .createQueryBuilder('text')
            .innerJoin(ResponseEntity, 'response', 'response.id = text.responseId')
            .where('text.createdAt < :before', { before }),
          'text.id',
          start,
        ),
      async erase(ids) {
        await database.repo(TextAnswerEntity).delete({ id: In([...ids]) });
      },
    },
    {
      name: 'evaluations.drafts',
      title: 'What somebody typed into a form and did not send, from when they typed it',
      unit: 'days',
      usual: 42,
      overdue: (before, start) =>
        ofResponses(
          database
            .repo(AnswerDraftEntity)
            .createQueryBuilder('draft')
            .innerJoin(ResponseEntity, 'response', 'response.id = draft.responseId')
            .where('draft.savedAt < :before', { before }),
          'draft.id',
          start,
        ),
      async erase(ids) {
        await database.repo(AnswerDraftEntity).delete({ id: In([...ids]) });
      },
    },
    {
      name: 'evaluations.text-decisions',
      title: 'Who decided what on such a text, without the text, from the decision',
      unit: 'months',
      usual: 72,
      async overdue(before, start) {
        const lines = await database.repo(TextDecisionEntity).find({
          select: { id: true, textId: true, decidedById: true },
          where: { decidedAt: LessThan(before), id: MoreThan(start) },
          order: { id: 'ASC' },
          take: BATCH,
        });
        return batchOf(
          lines.map(({ id, textId, decidedById }) => ({ id, reference: id, belongsTo: [textId, decidedById] })),
          BATCH,
        );
      },
      async erase(ids) {
        await database.repo(TextDecisionEntity).delete({ id: In([...ids]) });
      },
    },
  ];
}
