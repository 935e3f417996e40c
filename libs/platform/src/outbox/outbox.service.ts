import { In } from 'typeorm';
import type { Clock } from '../clock';
import type { Config } from '../config';
import { type Database, newId } from '../database';
import { type Letter, letterHtml, letterText, oneLine } from './letter';
import { MessageEntity } from './message.entity';
import type { FilledTemplate, Wordings } from './wording';

export interface NewMessage {
  kind: string;
  /** The id of what it tells about; with kind and occurrence it makes the message unique. */
  regarding: string;
  /** Which time this is told: '1', or a sequence number. */
  occurrence: string;
  /** Without a person where nobody is to be found by it any more. */
  to: { personId: string | null; name: string; address: string };
  /** In words of its own, or a template with what its merge fields read. */
  letter: Letter | FilledTemplate;
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string };
  /** Where it is one of many that staff wrote; with the address at which its reader asks for no more. */
  mailing?: { id: string; unsubscribeUrl: string | null };
}

/** Between the key of a message and what tells its repetitions apart. */
const AGAIN = '|again-';
/** How many rows one statement writes. */
const AT_ONCE = 200;

const keyOf = ({ kind, regarding, occurrence }: NewMessage): string => `${kind}|${regarding}|${occurrence}`;

/** Writes mails as rows, in the transaction of the use case that tells them. */
export class Outbox {
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly wordings: Wordings,
  ) {}

  /** Writes one message; a message that was written before is left as it is. */
  async write(message: NewMessage): Promise<void> {
    await this.writeAll([message]);
  }

  /** Writes many messages in few statements; those that were written before are left as they are. */
  async writeAll(messages: readonly NewMessage[]): Promise<void> {
    for (let start = 0; start < messages.length; start += AT_ONCE) {
      const byKey = new Map(messages.slice(start, start + AT_ONCE).map((message) => [keyOf(message), message]));
      const rows = this.database.repo(MessageEntity);
      const there = await rows.find({ select: { uniqueKey: true }, where: { uniqueKey: In([...byKey.keys()]) } });
      for (const { uniqueKey } of there) byKey.delete(uniqueKey);
      if (byKey.size === 0) continue;
      const written = [];
      for (const message of byKey.values()) written.push(await this.row(message));
      await rows.insert(written);
      this.tellAfterCommit();
    }
  }

  private async row(message: NewMessage): Promise<Partial<MessageEntity>> {
    const id = newId();
    const letter = 'template' in message.letter ? await this.wordings.letter(message.letter) : message.letter;
    return {
      id,
      kind: message.kind,
      uniqueKey: keyOf(message),
      regarding: message.regarding,
      personId: message.to.personId,
      toName: oneLine(message.to.name).slice(0, 200),
      toAddress: message.to.address,
      subject: oneLine(letter.subject).slice(0, 250),
      textBody: letterText(letter, message.to.name),
      htmlBody: letterHtml(letter, message.to.name),
      calendar: message.calendar?.text ?? null,
      calendarMethod: message.calendar?.method ?? null,
      mailingId: message.mailing?.id ?? null,
      unsubscribeUrl: message.mailing?.unsubscribeUrl ?? null,
      ...this.fresh(id),
    };
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

  /** Takes name, address and text out of mails of these kinds about these things; those that were not sent yet go. */
  async forgetReaders(kinds: readonly string[], regarding: readonly string[]): Promise<void> {
    if (regarding.length === 0) return;
    const these = { kind: In([...kinds]), regarding: In([...regarding]) };
    const messages = this.database.repo(MessageEntity);
    await messages.delete({ ...these, state: 'queued' });
    await messages.update(these, { toName: '', toAddress: '', textBody: '', htmlBody: '', lastError: null });
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
