import { AgencyEntity } from '@roundtable/agencies';
import type { Area, CompletionSource } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import { Id, Instant, LooseReference, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { ModuleEntity } from './module.entity';

/** One person's completed module edition, or a course attended. */
@Entity('completions')
@Index(['personId', 'moduleId'])
@Index(['personId', 'courseId'])
export class CompletionEntity {
  @Id()
  id: string;

  @Reference(() => PersonEntity)
  personId: string;

  @Reference(() => ModuleEntity, { nullable: true })
  moduleId: string | null;

  /** A course stands below this library, so no foreign key holds it. */
  @LooseReference({ nullable: true })
  courseId: string | null;

  /** What was completed, as it was called then. */
  @Words(200)
  title: string;

  @Whole({ nullable: true })
  edition: number | null;

  @Index()
  @Instant()
  completedAt: Date;

  @Index()
  @Instant({ nullable: true })
  expiresAt: Date | null;

  /** The last reminder of its expiry: so many days before it; empty while there was none. */
  @Whole({ nullable: true })
  remindedDays: number | null;

  @Words(20)
  source: CompletionSource;

  /** What the completion came from, so that it is never written twice: a booking's id, or a row of an import. */
  @Words(190, { unique: true })
  sourceKey: string;

  @Instant({ nullable: true })
  withdrawnAt: Date | null;

  @Reference(() => AgencyEntity, { nullable: true })
  agencyId: string | null;

  @Words(100, { nullable: true })
  sector: string | null;

  @Words(120, { nullable: true })
  jobRole: string | null;

  @Words(10, { nullable: true })
  area: Area | null;

  /** Whether it counts at a moment: it happened by then, has not run out, and was not withdrawn. */
  isValid(at: Date): boolean {
    return this.withdrawnAt === null && this.completedAt <= at && (this.expiresAt === null || this.expiresAt > at);
  }
}
