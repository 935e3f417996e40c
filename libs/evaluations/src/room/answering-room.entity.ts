import { EventEntity } from '@roundtable/events';
import { Id, Instant, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** Where the people at an event answer, in the room. */
@Entity('answering_rooms')
export class AnsweringRoomEntity {
  @Id()
  id: string;

  @Index({ unique: true })
  @Reference(() => EventEntity)
  eventId: string;

  /** Emptied when the event is over and another one needs them. */
  @Words(4, { nullable: true, unique: true })
  digits: string | null;

  /** When somebody opened the questions after the training before their time. */
  @Instant({ nullable: true })
  openedAt: Date | null;

  @Instant()
  createdAt: Date;
}
