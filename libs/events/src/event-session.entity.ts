import { Id, Instant, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { EventEntity } from './event.entity';

/** One date, start and end of an event. The typed London date and times are kept beside the instants. */
@Entity('event_sessions')
export class EventSessionEntity {
  @Id()
  id: string;

  @Index()
  @Reference(() => EventEntity)
  eventId: string;

  @Whole()
  position: number;

  @Instant()
  startsAt: Date;

  @Instant()
  endsAt: Date;

  /** `2024-05-22`, in Europe/London. */
  @Words(10)
  localDate: string;

  /** `09:30`, in Europe/London. */
  @Words(5)
  localStart: string;

  @Words(5)
  localEnd: string;
}
