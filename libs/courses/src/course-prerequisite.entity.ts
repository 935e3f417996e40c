import { ModuleEntity } from '@roundtable/elearning';
import { Id, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { CourseEntity } from './course.entity';

/** A module or another course that must be completed before a course. */
@Entity('course_prerequisites')
export class CoursePrerequisiteEntity {
  @Id()
  id: string;

  @Index()
  @Reference(() => CourseEntity)
  courseId: string;

  @Words(10)
  kind: 'module' | 'course';

  @Reference(() => ModuleEntity, { nullable: true })
  moduleId: string | null;

  @Reference(() => CourseEntity, { nullable: true })
  requiredCourseId: string | null;

  @Whole()
  position: number;
}
