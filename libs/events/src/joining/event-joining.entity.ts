import { Id, Instant, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { EventEntity } from '../event.entity';

/** The meeting link shows this many minutes before the start, unless staff choose otherwise. */
export const MINUTES_BEFORE = 30;

/** How an online event is joined. A table of its own, so that no view of an event can show the link by accident. */
@Entity('event_joinings')
export class EventJoiningEntity {
  @Id()
  id: string;

  @Index({ unique: true })
  @Reference(() => EventEntity)
  eventId: string;

  @Words(60, { nullable: true })
  platform: string | null;

  @Words(1000, { nullable: true })
  meetingUrl: string | null;

  @Words(1000, { nullable: true })
  testUrl: string | null;

  @Words(300, { nullable: true })
  dialIn: string | null;

  @Whole()
  minutesBefore: number;

  @Instant()
  changedAt: Date;
}
