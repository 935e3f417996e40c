import { ResourceEntity } from '@roundtable/events';
import { Id, Instant, Reference } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { BookingEntity } from '../booking.entity';

/** That somebody with a place opened a recording. It is no attendance, and counts in none. */
@Entity('watched_recordings')
@Index(['resourceId', 'bookingId'], { unique: true })
export class WatchedRecordingEntity {
  @Id()
  id: string;

  @Reference(() => ResourceEntity)
  resourceId: string;

  @Index()
  @Reference(() => BookingEntity)
  bookingId: string;

  @Instant()
  firstAt: Date;

  @Instant()
  lastAt: Date;
}
