import { CourseEntity } from '@roundtable/courses';
import { Id, Instant, Reference, Whole } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** One version of a course's form. What is published does not change any more. */
@Entity('evaluation_forms')
@Index(['courseId', 'version'], { unique: true })
export class EvaluationFormEntity {
  @Id()
  id: string;

  @Reference(() => CourseEntity)
  courseId: string;

  /** Counts from 1. The draft has the number that it will be published under, so that there is one. */
  @Whole()
  version: number;

  /** Empty while it is the draft. */
  @Instant({ nullable: true })
  publishedAt: Date | null;

  @Instant()
  createdAt: Date;
}
