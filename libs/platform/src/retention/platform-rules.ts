import { In, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { AuditEntryEntity } from '../audit/audit-entry.entity';
import type { Audit } from '../audit/audit.service';
import type { Database } from '../database';
import { IdempotentAnswerEntity } from '../idempotency/idempotent-answer.entity';
import { LinkEntity } from '../links/link.entity';
import { BouncedAddressEntity } from '../outbox/bounces/bounced-address.entity';
import { MessageEntity } from '../outbox/message.entity';
import { ThrottleEntity } from '../throttle/throttle.entity';
import { type OverdueRow, type OverdueRows, type RetentionRule, batchOf } from './retention-rule';

const BATCH = 500;

/** The first rows of a query in the order of a key, after `start`. */
async function batch<Row extends ObjectLiteral>(
  rows: SelectQueryBuilder<Row>,
  key: string,
  start: string,
  rowOf: (row: Row) => OverdueRow,
): Promise<OverdueRows> {
  const found = await rows.andWhere(`${key} > :start`, { start }).orderBy(key, 'ASC').limit(BATCH).getMany();
  return batchOf(found.map(rowOf), BATCH);
}

/** What the platform itself keeps for a while. */
export function platformRules(database: Database, audit: Audit): RetentionRule[] {
  const finished = "message.state IN ('kept', 'sent', 'failed') AND message.createdAt < :before";
  const messages = () =>
    database
      .repo(MessageEntity)
      .createQueryBuilder('message')
      .select(['message.id', 'message.kind', 'message.personId', 'message.regarding']);
  const messageRow = ({ id, kind, personId, regarding }: MessageEntity): OverdueRow => ({
    id,
    reference: `${kind} ${id}`,
    belongsTo: [personId, regarding],
  });
  return [
    {
      name: 'messages.bodies',
      title: 'The text of an email, from when it was written',
      unit: 'days',
      usual: 90,
      overdue: (before, start) =>
        batch(
          messages().where(`${finished} AND (message.textBody <> '' OR message.calendar IS NOT NULL)`, { before }),
          'message.id',
          start,
          messageRow,
        ),
      async erase(ids) {
        const empty = { textBody: '', htmlBody: '', calendar: null, unsubscribeUrl: null };
        await database.repo(MessageEntity).update({ id: In([...ids]) }, empty);
      },
    },
    {
      name: 'messages.facts',
      title: 'That an email was sent, from when it was written',
      unit: 'months',
      usual: 12,
      overdue: (before, start) => batch(messages().where(finished, { before }), 'message.id', start, messageRow),
      async erase(ids) {
        await database.repo(MessageEntity).delete({ id: In([...ids]) });
      },
    },
    {
      name: 'messages.bounced-addresses',
      title: 'That an address does not work, from when mail came back from it',
      unit: 'months',
      usual: 12,
      isRealTime: true,
      overdue: (before, start) =>
        batch(
          database.repo(BouncedAddressEntity).createQueryBuilder('mark').where('mark.markedAt < :before', { before }),
          'mark.id',
          start,
          ({ id }) => ({ id, reference: id, belongsTo: [] }),
        ),
      async erase(ids) {
        await database.repo(BouncedAddressEntity).delete({ id: In([...ids]) });
      },
    },
    {
      name: 'audit.entries',
      title: 'An entry of the audit log, from when it was written',
      unit: 'months',
      usual: 72,
      overdue: (before, start) =>
        batch(
          database.repo(AuditEntryEntity).createQueryBuilder('entry').where('entry.at < :before', { before }),
          'entry.id',
          start,
          (entry) => ({
            id: entry.id,
            reference: `${entry.action} ${entry.id}`,
            belongsTo: [entry.actorId, entry.subjectId],
          }),
        ),
      erase: (ids) => audit.eraseOld(ids),
    },
    {
      name: 'links.expired',
      title: 'A personal link, from when it ran out',
      unit: 'days',
      usual: 30,
      overdue: (before, start) =>
        batch(
          database.repo(LinkEntity).createQueryBuilder('link').where('link.expiresAt < :before', { before }),
          'link.id',
          start,
          ({ id, purpose, subjectId }) => ({ id, reference: `${purpose} ${id}`, belongsTo: [subjectId] }),
        ),
      async erase(ids) {
        await database.repo(LinkEntity).delete({ id: In([...ids]) });
      },
    },
    {
      name: 'requests.answers',
      title: 'The answer kept for a repeated request, from when it ran out',
      unit: 'days',
      usual: 1,
      overdue: (before, start) =>
        batch(
          database
            .repo(IdempotentAnswerEntity)
            .createQueryBuilder('answer')
            .where('answer.expiresAt < :before', { before }),
          'answer.key',
          start,
          ({ key, personId }) => ({ id: key, reference: key, belongsTo: [personId] }),
        ),
      async erase(ids) {
        await database.repo(IdempotentAnswerEntity).delete({ key: In([...ids]) });
      },
    },
    {
      name: 'requests.counts',
      title: 'How often something was tried, from the end of its minute',
      unit: 'days',
      usual: 1,
      isRealTime: true,
      overdue: (before, start) =>
        batch(
          database.repo(ThrottleEntity).createQueryBuilder('throttle').where('throttle.until < :before', { before }),
          'throttle.key',
          start,
          ({ key }) => ({ id: key, reference: key, belongsTo: [] }),
        ),
      async erase(ids) {
        await database.repo(ThrottleEntity).delete({ key: In([...ids]) });
      },
    },
  ];
}
