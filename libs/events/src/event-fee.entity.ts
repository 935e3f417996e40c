import { Id, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { EventEntity } from './event.entity';

/** The fee type of a fee for every type without one of its own. */
export const EVERY_FEE_TYPE = '*';

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
}
