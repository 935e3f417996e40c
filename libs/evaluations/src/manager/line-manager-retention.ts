import { BookingEntity } from '@roundtable/bookings';
import { type Database, type Outbox, type RetentionRule, batchOf } from '@roundtable/platform';
import { In, LessThan, MoreThan } from 'typeorm';
import { LineManagerEntity } from './line-manager.entity';
import { KIND_OF } from './line-manager.templates';

const BATCH = 500;

/** Line managers who were given or known for a question that has closed; the mails to them lose their address. */
export function lineManagerRule(database: Database, outbox: Outbox): RetentionRule {
  return {
    name: 'evaluations.line-managers',
    title: 'Which line manager was to be asked about somebody, from when the question closed',
    unit: 'days',
    usual: 1,
    async overdue(before, start) {
      const rows = await database.repo(LineManagerEntity).find({
        where: { closesAt: LessThan(before), id: MoreThan(start) },
        order: { id: 'ASC' },
        take: BATCH,
      });
      return batchOf(
        rows.map(({ id, eventId, personId }) => ({ id, reference: id, belongsTo: [eventId, personId] })),
        BATCH,
      );
    },
    async erase(ids) {
      await forgetManagers(database, outbox, await database.repo(LineManagerEntity).findBy({ id: In([...ids]) }));
    },
  };
}

/** Lets go of line managers, and of their addresses in the mails that were written to them. */
export async function forgetManagers(
  database: Database,
  outbox: Outbox,
  rows: readonly LineManagerEntity[],
): Promise<void> {
  if (rows.length === 0) return;
  const bookings = await database.repo(BookingEntity).find({
    select: { id: true },
    where: rows.map(({ eventId, personId }) => ({ eventId, personId })),
  });
  await outbox.forgetReaders(
    Object.values(KIND_OF),
    bookings.map(({ id }) => id),
  );
  await database.repo(LineManagerEntity).delete({ id: In(rows.map(({ id }) => id)) });
}
