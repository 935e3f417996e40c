import type { Area, Delivery } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { PersonEntity } from '@roundtable/people';
import { Id, Instant, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** Somebody wants to know when a course has a date. */
@Entity('course_interests')
@Index(['personId', 'courseId'], { unique: true })
export class CourseInterestEntity {
  @Id()
  id: string;

  @Index()
  @Reference(() => CourseEntity)
  courseId: string;

  @Reference(() => PersonEntity)
  personId: string;

  /** Where it would suit; empty where anywhere would. */
  @Words(10, { nullable: true })
  area: Area | null;

  @Words(10, { nullable: true })
  delivery: Delivery | null;

  @Instant()
  declaredAt: Date;
}
