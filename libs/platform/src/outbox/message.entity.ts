import { Entity, Index } from 'typeorm';
import { Id, Instant, LongText, LooseReference, Whole, Words } from '../database';

/** One e-mail to one person, written in the transaction of what it tells, and exactly as it goes out. */
@Entity('messages')
@Index(['state', 'dueAt'])
export class MessageEntity {
  @Id()
  id: string;

  @Words(60)
  kind: string;

  /** Kind, subject and occurrence: the same message is never written twice. */
  @Words(190, { unique: true })
  uniqueKey: string;

  /** What it is about, such as a booking. */
  @Index()
  @LooseReference({ nullable: true })
  regarding: string | null;

  @Index()
  @LooseReference({ nullable: true })
  personId: string | null;

  @Words(200)
  toName: string;

  @Words(254)
  toAddress: string;

  @Words(250)
  subject: string;

  @LongText()
  textBody: string;

  @LongText()
  htmlBody: string;

  @LongText({ nullable: true })
  calendar: string | null;

  @Words(10, { nullable: true })
  calendarMethod: string | null;

  @Words(120)
  messageId: string;

  @Words(10)
  state: 'kept' | 'queued' | 'sending' | 'sent' | 'failed';

  @Whole()
  attempts: number;

  @Instant()
  dueAt: Date;

  @Instant({ nullable: true })
  leaseUntil: Date | null;

  @Words(36, { nullable: true })
  leaseHolder: string | null;

  @Words(300, { nullable: true })
  lastError: string | null;

  @Index()
  @Instant()
  createdAt: Date;

  @Instant({ nullable: true })
  sentAt: Date | null;

  /** The mailing that this is one mail of; empty for a letter of its own. */
  @Index()
  @LooseReference({ nullable: true })
  mailingId: string | null;

  /** Where its reader ends such mails with one button; mail programmes offer it beside the mail. */
  @Words(300, { nullable: true })
  unsubscribeUrl: string | null;
}
