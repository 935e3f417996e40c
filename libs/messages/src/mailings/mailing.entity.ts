import { EventEntity } from '@roundtable/events';
import type { MailingState } from '@roundtable/contracts';
import { Id, Instant, Json, LongText, LooseReference, Reference, Revision, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

export type MailingKind = 'event-mail' | 'programme-mailing';

/** One letter from staff to many: the delegates of an event, or those who asked for mail about the programme. */
@Entity('mailings')
@Index(['state', 'sendAt'])
export class MailingEntity {
  @Id()
  id: string;

  @Words(20)
  kind: MailingKind;

  @Index()
  @Reference(() => EventEntity, { nullable: true })
  eventId: string | null;

  /** Whoever presses twice writes one mail: a hash of the person and of the key that their screen made. */
  @Words(64, { unique: true })
  pressKey: string;

  @Words(200)
  subject: string;

  /** Empty once it is past its period. */
  @LongText()
  words: string;

  /** A filter, by kind. Who passes it is found when the mail goes. */
  @Json()
  audience: Record<string, string[]>;

  /** Resources of the event and its course, or events to come. */
  @Json()
  attachedIds: string[];

  @Words(12)
  state: MailingState;

  @Instant()
  sendAt: Date;

  @Instant({ nullable: true })
  sentAt: Date | null;

  @Whole({ nullable: true })
  recipients: number | null;

  @LooseReference({ nullable: true })
  writtenById: string | null;

  @Instant()
  writtenAt: Date;

  @Revision()
  revision: number;
}
