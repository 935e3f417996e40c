import { Id, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { EventEntity } from './event.entity';

/** What a place costs an agency of a fee type, in pence; `*` is for every type without a row of its own. */
@Entity('event_fees')
@Index(['eventId', 'feeType'], { unique: true })
export class EventFeeEntity {
  @Id()
  id: string;

  @Reference(() => EventEntity)
  eventId: string;

  @Words(20)
  feeType: string;

  @Whole()
  pence: number;

  /** For absence or cancelling too late; as the course says where it is empty. */
  @Whole({ nullable: true })
  chargePence: number | null;
}
