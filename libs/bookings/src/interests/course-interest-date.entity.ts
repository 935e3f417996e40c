import { EventEntity } from '@roundtable/events';
import { Id, Instant, Reference } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { CourseInterestEntity } from './course-interest.entity';

/** A date that an interested person knows of: seen when they declared interest, or told by mail since. */
@Entity('course_interest_dates')
@Index(['interestId', 'eventId'], { unique: true })
export class CourseInterestDateEntity {
  @Id()
  id: string;

  @Reference(() => CourseInterestEntity)
  interestId: string;

  @Index()
  @Reference(() => EventEntity)
  eventId: string;

  /** When it was mailed; empty where it was there before the interest. */
  @Instant({ nullable: true })
  toldAt: Date | null;
}
