import { In, LessThanOrEqual } from 'typeorm';
import type { Database } from '../database';
import { MessageEntity } from './message.entity';

/** How the outbox does, for an operator's monitoring. */
export interface OutboxFigures {
  waiting: number;
  /** How long the message that fell due first has waited since, in seconds; 0 where none is due. */
  oldestDueSeconds: number;
  failed: number;
}

export async function outboxFigures(database: Database, now = new Date()): Promise<OutboxFigures> {
  const messages = database.repo(MessageEntity);
  const [oldest] = await messages.find({
    select: { id: true, dueAt: true },
    where: { state: 'queued', dueAt: LessThanOrEqual(now) },
    order: { dueAt: 'ASC' },
    take: 1,
  });
  return {
    waiting: await messages.countBy({ state: In(['queued', 'sending']) }),
    oldestDueSeconds: oldest ? Math.max(0, (now.getTime() - oldest.dueAt.getTime()) / 1000) : 0,
    failed: await messages.countBy({ state: 'failed' }),
  };
}
