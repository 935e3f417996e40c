import { Id, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { CourseEntity } from '../course.entity';

/** The fee type of an amount for every type without one of its own. */
export const EVERY_FEE_TYPE = '*';

/** What a place on a course costs an agency of a fee type, and its absence, in pence, unless an event says otherwise. */
@Entity('course_fees')
@Index(['courseId', 'feeType'], { unique: true })
export class CourseFeeEntity {
  @Id()
  id: string;

  @Reference(() => CourseEntity)
  courseId: string;

  @Words(20)
  feeType: string;

  @Whole()
  pence: number;

  @Whole()
  chargePence: number;
}
