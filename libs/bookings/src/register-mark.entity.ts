import { EventSessionEntity } from '@roundtable/events';
import { Id, Instant, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { BookingEntity } from './booking.entity';

/** Who was present, session by session. */
@Entity('register_marks')
@Index(['bookingId', 'sessionId'], { unique: true })
export class RegisterMarkEntity {
  @Id()
  id: string;

  @Reference(() => BookingEntity)
  bookingId: string;

  @Reference(() => EventSessionEntity)
  sessionId: string;

  @Words(10)
  attendance: 'present' | 'absent';

  @Whole({ nullable: true })
  minutes: number | null;

  @Instant()
  markedAt: Date;
}
