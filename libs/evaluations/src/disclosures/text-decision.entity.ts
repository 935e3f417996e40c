import type { TextDecision } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { Id, Instant, LooseReference, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** One line of the log: that a reader decided on a text, when, and what. It outlives the text and names no author. */
@Entity('text_decisions')
export class TextDecisionEntity {
  @Id()
  id: string;

  /** The text may be gone. */
  @Index()
  @LooseReference()
  textId: string;

  @Index()
  @Reference(() => CourseEntity)
  courseId: string;

  @Words(60, { nullable: true })
  signs: string | null;

  @Instant()
  writtenAt: Date;

  @Instant({ nullable: true })
  dueAt: Date | null;

  @Words(20)
  decision: TextDecision;

  @Index()
  @Instant()
  decidedAt: Date;

  @Index()
  @LooseReference({ nullable: true })
  decidedById: string | null;

  /** The person or service that a concern was passed on to. */
  @Words(200, { nullable: true })
  passedOnTo: string | null;

  @Instant({ nullable: true })
  passedOnAt: Date | null;
}
