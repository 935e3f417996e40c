import { EventSessionEntity } from '@roundtable/events';
import { Id, Instant, Reference, Whole, Words } from '@roundtable/platform';
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

  @Reference(() => EventSessionEntity)
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
