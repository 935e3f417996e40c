import type { Stem } from '@roundtable/contracts';
import { Id, Instant, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { CourseEntity } from './course.entity';

/** A sentence that a delegate rates on the five-point scale. Once answered it does not change: a new wording is a new statement. */
@Entity('outcome_statements')
export class OutcomeStatementEntity {
  @Id()
  id: string;

  @Index()
  @Reference(() => CourseEntity)
  courseId: string;

  @Words(20)
  stem: Stem;

  @Words(300)
  wording: string;

  @Whole()
  position: number;

  /** Retired statements are no longer asked; what was answered stays. */
  @Instant({ nullable: true })
  retiredAt: Date | null;
}
