import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { Id, Instant, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** The line manager who may be asked about one delegate of one event. Goes when the question has closed. */
@Entity('line_managers')
export class LineManagerEntity {
  @Id()
  id: string;

  /** Event and practitioner: one line manager. */
  @Words(80, { unique: true })
  uniqueKey: string;

  @Index()
  @Reference(() => EventEntity)
  eventId: string;

  @Index()
  @Reference(() => PersonEntity)
  personId: string;

  @Words(200, { nullable: true })
  name: string | null;

  /** Empty where they are not to be asked. */
  @Words(254, { nullable: true })
  email: string | null;

  /** From when they are asked, so that the delegate can say no before. */
  @Instant()
  askFrom: Date;

  /** When the delegate said that they are not to be asked. */
  @Instant({ nullable: true })
  refusedAt: Date | null;

  /** When the follow-up closes, and the question with it. */
  @Index()
  @Instant()
  closesAt: Date;

  @Instant()
  createdAt: Date;

  static keyOf(eventId: string, personId: string): string {
    return `${eventId}|${personId}`;
  }
}
