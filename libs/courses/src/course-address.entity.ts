import { Id, Instant, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { CourseEntity } from './course.entity';

/** A short address that a course had once it was published; it leads to the present one for good. */
@Entity('course_addresses')
export class CourseAddressEntity {
  @Id()
  id: string;

  @Words(120, { unique: true })
  slug: string;

  @Index()
  @Reference(() => CourseEntity)
  courseId: string;

  @Instant()
  leftAt: Date;
}
