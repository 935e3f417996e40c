import { type Database, type RetentionRule, batchOf } from '@roundtable/platform';
import { In, LessThan, MoreThan, Not } from 'typeorm';
import { ProgrammeSubscriptionEntity } from '../programme/programme-subscription.entity';
import { MailingEntity } from './mailing.entity';

const BATCH = 500;

/** Mailings keep the periods of the mails they became; what waits for its time is kept. */
export function mailingRules(
  database: Database,
  letGo: (subscriptionIds: readonly string[]) => Promise<void>,
): RetentionRule[] {
  const past = async (before: Date, start: string, more: object) => {
    const rows = await database.repo(MailingEntity).find({
      where: { id: MoreThan(start), state: Not('scheduled'), sendAt: LessThan(before), ...more },
      order: { id: 'ASC' },
      take: BATCH,
    });
    return batchOf(
      rows.map(({ id, kind, eventId, writtenById }) => ({
        id,
        reference: `${kind} ${id}`,
        belongsTo: [id, eventId, writtenById],
      })),
      BATCH,
    );
  };
  return [
    {
      name: 'mailings.bodies',
      title: 'The text of a mail to many, from when it went or was to go',
      unit: 'days',
      usual: 90,
      overdue: (before, start) => past(before, start, { words: Not('') }),
      async erase(ids) {
        await database.repo(MailingEntity).update({ id: In([...ids]) }, { words: '' });
      },
    },
    {
      name: 'mailings.facts',
      title: 'That a mail went to many, from when it went or was to go',
      unit: 'months',
      usual: 12,
      overdue: (before, start) => past(before, start, {}),
      async erase(ids) {
        await database.repo(MailingEntity).delete({ id: In([...ids]) });
      },
    },
    {
      name: 'mailings.ended-subscriptions',
      title: 'That somebody asked for mail about the programme, from when they ended it',
      unit: 'months',
      usual: 12,
      overdue: async (before, start) => {
        const rows = await database.repo(ProgrammeSubscriptionEntity).find({
          where: { id: MoreThan(start), endedAt: LessThan(before) },
          order: { id: 'ASC' },
          take: BATCH,
        });
        return batchOf(
          rows.map(({ id, personId }) => ({ id, reference: id, belongsTo: [personId] })),
          BATCH,
        );
      },
      erase: letGo,
    },
  ];
}
