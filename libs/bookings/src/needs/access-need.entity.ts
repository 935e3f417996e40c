import { Id, Instant, LongText, Reference } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { BookingEntity } from '../booking.entity';

/** What somebody needs to take part, given by consent: health data, kept apart and erased 30 days after the event. */
@Entity('access_needs')
export class AccessNeedEntity {
  @Id()
  id: string;

  @Index({ unique: true })
  @Reference(() => BookingEntity)
  bookingId: string;

  /** Empty where only dietary needs were given. */
  @LongText()
  needs: string;

  @LongText({ nullable: true })
  dietaryNeeds: string | null;

  @Instant()
  consentedAt: Date;
}
