import { Id, Reference, Whole } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { CourseEntity } from './course.entity';

/** What to take instead of a course that is not run any more. */
@Entity('course_alternatives')
export class CourseAlternativeEntity {
  @Id()
  id: string;

  @Index()
  @Reference(() => CourseEntity)
  courseId: string;

  @Reference(() => CourseEntity)
  alternativeId: string;

  @Whole()
  position: number;
}
