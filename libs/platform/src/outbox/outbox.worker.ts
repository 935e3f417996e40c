import { Logger } from '@nestjs/common';
import { type Transporter, createTransport } from 'nodemailer';
import { LessThanOrEqual } from 'typeorm';
import type { Config } from '../config';
import { type Database, newId } from '../database';
import { MessageEntity } from './message.entity';
import { mailOf } from './mime';
import { CONCEALED, carriesSecret } from './secret-mail';

const LEASE_MS = 5 * 60_000;
const SMTP_TIMEOUT_MS = 60_000;
const MOST_ATTEMPTS = 12;
const BATCH = 50;

/** How long to wait after the nth try that did not succeed, in milliseconds: one minute, doubling, six hours at most. */
export function backOff(attempts: number): number {
  return Math.min(60_000 * 2 ** (attempts - 1), 6 * 3600_000);
}

/**
 * Sends what is queued. A message is claimed by a lease longer than every SMTP time-out, sent, then marked; two
 * workers alive never send one twice. Times are real time, never the demonstration's.
 */
export class OutboxWorker {
  private readonly logger = new Logger('Outbox');
  private readonly holder = newId();
  private readonly transport: Transporter | null;

  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {
    this.transport = config.smtpUrl
      ? createTransport({
          url: config.smtpUrl,
          connectionTimeout: SMTP_TIMEOUT_MS,
          greetingTimeout: SMTP_TIMEOUT_MS,
          socketTimeout: SMTP_TIMEOUT_MS,
        } as never)
      : null;
  }

  /** Sends everything that is due; answers how many were sent. */
  async drain(): Promise<number> {
    if (!this.transport) return 0;
    let sent = 0;
    for (;;) {
      const due = await this.database.repo(MessageEntity).find({
        select: { id: true },
        where: [
          { state: 'queued', dueAt: LessThanOrEqual(new Date()) },
          { state: 'sending', leaseUntil: LessThanOrEqual(new Date()) },
        ],
        order: { dueAt: 'ASC', id: 'ASC' },
        take: BATCH,
      });
      if (due.length === 0) return sent;
      for (const { id } of due) if (await this.sendOne(id, this.transport)) sent += 1;
    }
  }

  private async sendOne(id: string, transport: Transporter): Promise<boolean> {
    const message = await this.claim(id);
    if (!message) return false;
    const messages = this.database.repo(MessageEntity);
    const own = { id, leaseHolder: this.holder };
    try {
      await transport.sendMail(mailOf(message, this.config));
      await messages.update(own, {
        ...(carriesSecret(message) ? CONCEALED : {}),
        state: 'sent',
        sentAt: new Date(),
        lastError: null,
        leaseUntil: null,
        leaseHolder: null,
      });
      return true;
    } catch (error) {
      const { responseCode, code } = error as { responseCode?: number; code?: string };
      const isFinal = (responseCode !== undefined && responseCode >= 500) || message.attempts >= MOST_ATTEMPTS;
      const reason = responseCode
        ? `The mail server answered ${responseCode}.`
        : `The mail server could not be reached (${code ?? 'no reason given'}).`;
      this.logger.warn(`message ${id} was not sent: ${reason}`);
      await messages.update(own, {
        state: isFinal ? 'failed' : 'queued',
        lastError: reason,
        dueAt: new Date(Date.now() + backOff(message.attempts)),
        leaseUntil: null,
        leaseHolder: null,
      });
      return false;
    }
  }

  private async claim(id: string): Promise<MessageEntity | null> {
    const now = new Date();
    const claimed = await this.database
      .repo(MessageEntity)
      .createQueryBuilder()
      .update()
      .set({
        state: 'sending',
        leaseHolder: this.holder,
        leaseUntil: new Date(now.getTime() + LEASE_MS),
        attempts: () => 'attempts + 1',
      })
      .where("id = :id AND (state = 'queued' OR (state = 'sending' AND lease_until <= :now))", { id, now })
      .execute();
    return claimed.affected ? this.database.repo(MessageEntity).findOneBy({ id, leaseHolder: this.holder }) : null;
  }
}
