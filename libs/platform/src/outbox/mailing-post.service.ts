import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../database';
import type { Letter } from './letter';
import { MessageEntity } from './message.entity';
import { Outbox } from './outbox.service';

/** One mail of a mailing, to one person. */
export interface MailOfMailing {
  /** What it tells about, such as a booking; with kind and mailing it makes the message unique. */
  regarding: string;
  to: { personId: string; name: string; address: string };
  letter: Letter;
  unsubscribeUrl?: string;
}

/** Writes mails to many as rows, in batches, in the transaction of the use case that sends the mailing. */
@Injectable()
export class MailingPost {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** Writes the mails of a mailing; one that was written before is left as it is. */
  async write(kind: string, mailingId: string, mails: readonly MailOfMailing[]): Promise<void> {
    await this.outbox.writeAll(
      mails.map(({ unsubscribeUrl = null, ...mail }) => ({
        kind,
        occurrence: mailingId,
        ...mail,
        mailing: { id: mailingId, unsubscribeUrl },
      })),
    );
  }

  /** How many mails of each mailing are in which state; a mailing without mails has no entry. */
  async statesOf(mailingIds: readonly string[]): Promise<Map<string, Map<MessageEntity['state'], number>>> {
    const states = new Map<string, Map<MessageEntity['state'], number>>();
    if (mailingIds.length === 0) return states;
    const rows = await this.database
      .repo(MessageEntity)
      .createQueryBuilder('message')
      .select(['message.mailingId AS mailingId', 'message.state AS state', 'COUNT(*) AS n'])
      .where('message.mailingId IN (:...mailingIds)', { mailingIds })
      .groupBy('message.mailingId')
      .addGroupBy('message.state')
      .getRawMany<{ mailingId: string; state: MessageEntity['state']; n: number | string }>();
    for (const { mailingId, state, n } of rows)
      states.set(mailingId, (states.get(mailingId) ?? new Map<MessageEntity['state'], number>()).set(state, Number(n)));
    return states;
  }

  /** Takes back what waits to go to these people; what is on its way or was sent stays. */
  async takeBack(kind: string, personIds: readonly string[]): Promise<void> {
    if (personIds.length > 0)
      await this.database.repo(MessageEntity).delete({ kind, personId: In([...personIds]), state: 'queued' });
  }
}
