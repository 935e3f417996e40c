import type { Area } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import { Id, Instant, Reference, Words, YesNo } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** Somebody asked for mail about the programme, by consent, and may end it at any time. */
@Entity('programme_subscriptions')
export class ProgrammeSubscriptionEntity {
  @Id()
  id: string;

  @Index({ unique: true })
  @Reference(() => PersonEntity)
  personId: string;

  /** About everything; else about the topics that they named. */
  @YesNo()
  allTopics: boolean;

  @Words(10)
  area: Area;

  @Instant()
  consentedAt: Date;

  /** The row stays for a while, so that the button in an old mail can be taken back. */
  @Instant({ nullable: true })
  endedAt: Date | null;
}
