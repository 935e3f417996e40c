import { Id, Instant, LooseReference, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { BookingEntity } from './booking.entity';

/** What the delegate's diary was told of one session: the UID stays, the sequence rises. */
@Entity('calendar_entries')
@Index(['bookingId', 'sessionId'], { unique: true })
export class CalendarEntryEntity {
  @Id()
  id: string;

  @Reference(() => BookingEntity)
  bookingId: string;

  /** The session, or what was one: its entry outlives it, so that its UID is never given again. */
  @LooseReference()
  sessionId: string;

  @Words(120, { unique: true })
  uid: string;

  @Whole()
  sequence: number;

  @Words(10)
  method: 'REQUEST' | 'CANCEL';

  @Instant()
  stampedAt: Date;
}
