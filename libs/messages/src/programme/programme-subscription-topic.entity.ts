import { Id, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { ProgrammeSubscriptionEntity } from './programme-subscription.entity';

/** One topic that somebody asked to be mailed about. */
@Entity('programme_subscription_topics')
@Index(['subscriptionId', 'topic'], { unique: true })
export class ProgrammeSubscriptionTopicEntity {
  @Id()
  id: string;

  @Reference(() => ProgrammeSubscriptionEntity)
  subscriptionId: string;

  @Words(100)
  topic: string;
}
