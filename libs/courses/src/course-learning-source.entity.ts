import { Id, Reference, Whole } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { CourseEntity } from './course.entity';
import { LearningSourceEntity } from './learning-source.entity';

/** That a course exists because of a learning source. */
@Entity('course_learning_sources')
@Index(['courseId', 'sourceId'], { unique: true })
export class CourseLearningSourceEntity {
  @Id()
  id: string;

  @Reference(() => CourseEntity)
  courseId: string;

  @Index()
  @Reference(() => LearningSourceEntity)
  sourceId: string;

  @Whole()
  position: number;
}
