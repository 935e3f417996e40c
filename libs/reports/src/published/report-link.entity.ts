import { Id, Instant, LooseReference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** Lets whoever holds its secret read one published report, all editions of it, and nothing else. */
@Entity('report_links')
export class ReportLinkEntity {
  @Id()
  id: string;

  @Index()
  @LooseReference()
  seriesId: string;

  /** Whom it is for: a body, never a person. */
  @Words(120)
  label: string;

  @Words(64, { unique: true })
  secretHash: string;

  @Instant()
  createdAt: Date;

  @Instant()
  expiresAt: Date;

  @Instant({ nullable: true })
  revokedAt: Date | null;
}
