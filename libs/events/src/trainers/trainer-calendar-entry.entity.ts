import { Id, Instant, LooseReference, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { EventTrainerEntity } from './event-trainer.entity';

/** What the diary of a trainer of an event was told of one session: the UID stays, the sequence rises. */
@Entity('trainer_calendar_entries')
@Index(['eventTrainerId', 'sessionId'], { unique: true })
export class TrainerCalendarEntryEntity {
  @Id()
  id: string;

  @Reference(() => EventTrainerEntity)
  eventTrainerId: string;

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
