import type { Clock } from '../clock';
import type { Config } from '../config';
import { type Database, newId } from '../database';
import { type Letter, letterHtml, letterText, oneLine } from './letter';
import { MessageEntity } from './message.entity';

export interface NewMessage {
  kind: string;
  /** The id of what it tells about; with kind and occurrence it makes the message unique. */
  regarding: string;
  /** Which time this is told: '1', or a sequence number. */
  occurrence: string;
  /** Without a person where nobody is to be found by it any more. */
  to: { personId: string | null; name: string; address: string };
  letter: Letter;
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string };
}

/** Between the key of a message and what tells its repetitions apart. */
const AGAIN = '|again-';

/** Writes mails as rows, in the transaction of the use case that tells them. */
export class Outbox {
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Writes one message; a message that was written before is left as it is. */
  async write(message: NewMessage): Promise<void> {
    const id = newId();
    const uniqueKey = `${message.kind}|${message.regarding}|${message.occurrence}`;
    const messages = this.database.repo(MessageEntity);
    if (await messages.existsBy({ uniqueKey })) return;
    await messages.insert({
      id,
      kind: message.kind,
      uniqueKey,
      regarding: message.regarding,
      personId: message.to.personId,
      toName: oneLine(message.to.name).slice(0, 200),
      toAddress: message.to.address,
      subject: oneLine(message.letter.subject).slice(0, 250),
      textBody: letterText(message.letter, message.to.name),
      htmlBody: letterHtml(message.letter, message.to.name),
      calendar: message.calendar?.text ?? null,
      calendarMethod: message.calendar?.method ?? null,
      ...this.fresh(id),
    });
    this.tellAfterCommit();
  }

  /** Puts a message that failed, or was kept for want of a mail server, in line again, with the same Message-ID. */
  async requeue(message: MessageEntity, toAddress: string): Promise<boolean> {
    const { id, state } = message;
    const done = await this.database
      .repo(MessageEntity)
      .update(
        { id, state },
        { state: 'queued', toAddress, attempts: 0, dueAt: new Date(), lastError: null, leaseUntil: null, sentAt: null },
      );
    this.tellAfterCommit();
    return done.affected === 1;
  }

  /** Writes a message that was sent once more, as one of its own; answers its id. */
  async writeAgain(message: MessageEntity, toAddress: string): Promise<string> {
    const id = newId();
    const [firstKey = ''] = message.uniqueKey.split(AGAIN);
    await this.database.repo(MessageEntity).insert({
      ...message,
      id,
      uniqueKey: `${firstKey}${AGAIN}${id}`,
      toAddress,
      ...this.fresh(id),
    });
    this.tellAfterCommit();
    return id;
  }

  private fresh(id: string) {
    return {
      messageId: `<${id}@${this.config.mailFrom.address.split('@')[1]}>`,
      state: this.config.smtpUrl ? ('queued' as const) : ('kept' as const),
      attempts: 0,
      // The worker goes by real time; the demonstration's would keep a mail back for days.
      dueAt: new Date(),
      leaseUntil: null,
      leaseHolder: null,
      lastError: null,
      createdAt: this.clock.now(),
      sentAt: null,
    };
  }

  private tellAfterCommit(): void {
    this.database.afterCommit(() => this.listeners.forEach((tell) => tell()));
  }

  /** Tells the worker that there is something to send. */
  onWritten(listener: () => void): void {
    this.listeners.push(listener);
  }
}
