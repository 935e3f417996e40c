import { LessThanOrEqual } from 'typeorm';
import { type Database, newId } from '../database';
import { MessageEntity } from './message.entity';
import { CONCEALED, carriesSecret } from './secret-mail';

const RELEASED = { leaseUntil: null, leaseHolder: null };

export type DueMessage = Pick<MessageEntity, 'id' | 'kind' | 'toAddress'>;

/** A message that is ours to send until its lease runs out. */
export interface Claimed {
  message: MessageEntity;
  holder: string;
}

/** The rows of the outbox as a queue: who may send which message, and what became of it. */
export class SendingQueue {
  constructor(
    private readonly database: Database,
    private readonly pace: { leaseMs: number; now: () => number },
  ) {}

  /** The next messages in the order in which they fell due, but for those to these domains. */
  async due(most: number, exceptDomains: readonly string[]): Promise<DueMessage[]> {
    const rows = this.database
      .repo(MessageEntity)
      .createQueryBuilder('message')
      .select(['message.id', 'message.kind', 'message.toAddress'])
      .where("message.state = 'queued' AND message.dueAt <= :now", { now: this.now() });
    if (exceptDomains.length > 0)
      rows.andWhere("LOWER(SUBSTR(message.toAddress, INSTR(message.toAddress, '@') + 1)) NOT IN (:...exceptDomains)", {
        exceptDomains,
      });
    return rows.orderBy('message.dueAt', 'ASC').addOrderBy('message.id', 'ASC').limit(most).getMany();
  }

  /** Puts back in line what a worker left behind that is not there any more. */
  async takeBackAbandoned(): Promise<void> {
    await this.database
      .repo(MessageEntity)
      .update({ state: 'sending', leaseUntil: LessThanOrEqual(this.now()) }, { state: 'queued', ...RELEASED });
  }

  /** Claims a message by a conditional update: of two workers one gets it, the other null. */
  async claim(id: string): Promise<Claimed | null> {
    const holder = newId();
    const claimed = await this.database
      .repo(MessageEntity)
      .update(
        { id, state: 'queued', dueAt: LessThanOrEqual(this.now()) },
        { state: 'sending', leaseHolder: holder, leaseUntil: this.leaseEnd(), attempts: () => 'attempts + 1' },
      );
    const message = claimed.affected ? await this.database.repo(MessageEntity).findOneBy({ id }) : null;
    return message?.leaseHolder === holder ? { message, holder } : null;
  }

  /** Answers whether the message is still ours. */
  async renew({ message: { id }, holder }: Claimed): Promise<boolean> {
    const leaseUntil = this.leaseEnd();
    return this.update({ id, holder }, { leaseUntil });
  }

  async markSent({ message, holder }: Claimed): Promise<void> {
    await this.update(
      { id: message.id, holder },
      { ...(carriesSecret(message) ? CONCEALED : {}), state: 'sent', sentAt: this.now(), lastError: null, ...RELEASED },
    );
  }

  async markFailed({ message, holder }: Claimed, lastError: string): Promise<void> {
    await this.update({ id: message.id, holder }, { state: 'failed', lastError, ...RELEASED });
  }

  async putOff({ message, holder }: Claimed, lastError: string, waitMs: number): Promise<void> {
    const dueAt = new Date(this.pace.now() + waitMs);
    await this.update({ id: message.id, holder }, { state: 'queued', lastError, dueAt, ...RELEASED });
  }

  /** Back in its old place in the line, as if it had not been tried. */
  async release({ message, holder }: Claimed, lastError: string | null): Promise<void> {
    await this.update(
      { id: message.id, holder },
      { state: 'queued', lastError, attempts: message.attempts - 1, ...RELEASED },
    );
  }

  /** Repeated where the database asks for it, since what is marked too late is sent twice. */
  private async update(of: { id: string; holder: string }, change: Partial<MessageEntity>): Promise<boolean> {
    return this.database.transaction(async () => {
      const done = await this.database
        .repo(MessageEntity)
        .update({ id: of.id, leaseHolder: of.holder, state: 'sending' }, change);
      return Boolean(done.affected);
    });
  }

  private now(): Date {
    return new Date(this.pace.now());
  }

  private leaseEnd(): Date {
    return new Date(this.pace.now() + this.pace.leaseMs);
  }
}
