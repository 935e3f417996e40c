import { Id, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { CourseEntity } from './course.entity';

/** Why a course exists; internal, unless it has a public wording. */
@Entity('learning_sources')
export class LearningSourceEntity {
  @Id()
  id: string;

  @Index()
  @Reference(() => CourseEntity)
  courseId: string;

  @Words(300)
  description: string;

  @Words(300, { nullable: true })
  publicWording: string | null;

  @Whole()
  position: number;
}
