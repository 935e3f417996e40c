import { Entity, Index } from 'typeorm';
import { Id, Instant, Json, LooseReference, Words } from '../database';

/** One thing that was done. Rows are added and never changed; they hold ids, not names. */
@Entity('audit_entries')
export class AuditEntryEntity {
  @Id()
  id: string;

  @Index()
  @Instant()
  at: Date;

  /** The person who did it; empty for the product itself. */
  @Index()
  @LooseReference({ nullable: true })
  actorId: string | null;

  @Words(60)
  action: string;

  @Words(40)
  subjectKind: string;

  @Index()
  @LooseReference({ nullable: true })
  subjectId: string | null;

  @Json({ nullable: true })
  before: Record<string, unknown> | null;

  @Json({ nullable: true })
  after: Record<string, unknown> | null;

  @Words(300, { nullable: true })
  reason: string | null;
}
