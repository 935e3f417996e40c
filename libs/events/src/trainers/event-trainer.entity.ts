import type { TrainerAnswer, TrainerPart } from '@roundtable/contracts';
import { Id, Instant, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { EventEntity } from '../event.entity';
import { TrainerEntity } from './trainer.entity';

/** A trainer of an event. Only who has confirmed sees its people. */
@Entity('event_trainers')
@Index(['eventId', 'trainerId'], { unique: true })
export class EventTrainerEntity {
  @Id()
  id: string;

  @Reference(() => EventEntity)
  eventId: string;

  @Index()
  @Reference(() => TrainerEntity)
  trainerId: string;

  @Words(20)
  answer: TrainerAnswer;

  @Words(10)
  part: TrainerPart;

  /** What the trainer contributes, preparation included where it is counted. */
  @Whole()
  minutes: number;

  /** Of the mailed link and of the code that opens it; empty while none was sent. */
  @Words(64, { nullable: true, unique: true })
  linkHash: string | null;

  @Words(64, { nullable: true })
  codeHash: string | null;

  @Instant({ nullable: true })
  linkSentAt: Date | null;

  @Instant()
  createdAt: Date;
}
