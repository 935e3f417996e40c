import { Id, Instant, LooseReference, Reference } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { BookingEntity } from '../booking.entity';

/** Something for staff to arrange: somebody told us what they need at an event. What they wrote is not in here. */
@Entity('access_need_tasks')
@Index(['doneAt', 'openedAt'])
export class AccessNeedTaskEntity {
  @Id()
  id: string;

  @Index({ unique: true })
  @Reference(() => BookingEntity)
  bookingId: string;

  @Instant()
  openedAt: Date;

  @Instant({ nullable: true })
  doneAt: Date | null;

  @LooseReference({ nullable: true })
  doneById: string | null;
}
