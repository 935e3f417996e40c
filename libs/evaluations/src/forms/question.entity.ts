import type { WrittenKind } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { Id, Instant, Json, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** A question that is no rating. It never changes: another wording is another question. */
@Entity('questions')
export class QuestionEntity {
  @Id()
  id: string;

  /** Empty for a standing question of the partnership, whose answers are compared across courses. */
  @Index()
  @Reference(() => CourseEntity, { nullable: true })
  courseId: string | null;

  @Words(20)
  kind: WrittenKind;

  @Words(500)
  wording: string;

  /** What can be chosen; an answer keeps the place of its option in this list. */
  @Json({ nullable: true })
  options: string[] | null;

  @Whole({ nullable: true })
  minimum: number | null;

  @Whole({ nullable: true })
  maximum: number | null;

  @Words(60, { nullable: true })
  lowLabel: string | null;

  @Words(60, { nullable: true })
  highLabel: string | null;

  @Instant()
  createdAt: Date;

  /** A standing question that is no longer offered; forms that have it still ask it. */
  @Instant({ nullable: true })
  retiredAt: Date | null;

  /** The standing question that comes before this one: 'Have you used it?' follows 'Are you aware of it?'. */
  @Index()
  @Reference(() => QuestionEntity, { nullable: true })
  followsId: string | null;
}
