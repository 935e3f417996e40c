import { Id, Reference, Whole } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { EventEntity } from '../event.entity';

/** Chairs in the room of an event for interpreters and supporters, which are no places. */
@Entity('event_supporters')
export class EventSupportersEntity {
  @Id()
  id: string;

  @Index({ unique: true })
  @Reference(() => EventEntity)
  eventId: string;

  @Whole()
  chairs: number;
}
