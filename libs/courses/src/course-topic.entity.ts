import { Id, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { CourseEntity } from './course.entity';

/** One of a course's topics. The first of them also stands in the course's own row, for sorting and sheets. */
@Entity('course_topics')
@Index(['courseId', 'topic'], { unique: true })
export class CourseTopicEntity {
  @Id()
  id: string;

  @Reference(() => CourseEntity)
  courseId: string;

  @Index()
  @Words(100)
  topic: string;

  @Whole()
  position: number;
}
