import { Id, Instant, Reference } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { BookingEntity } from '../booking.entity';

/** Somebody pressed 'Join now': evidence of joining, not of presence. Kept for one year. */
@Entity('join_clicks')
export class JoinClickEntity {
  @Id()
  id: string;

  @Index()
  @Reference(() => BookingEntity)
  bookingId: string;

  @Instant()
  clickedAt: Date;
}
