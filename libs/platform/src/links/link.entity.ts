import { Entity, Index } from 'typeorm';
import { Id, Instant, LooseReference, Words } from '../database';

/** A secret address in a mail: for one purpose, for one thing, until a date; only its hash is kept. */
@Entity('links')
export class LinkEntity {
  @Id()
  id: string;

  @Words(40)
  purpose: string;

  @Index()
  @LooseReference()
  subjectId: string;

  @Words(64, { unique: true })
  tokenHash: string;

  @Instant()
  expiresAt: Date;

  /** Whom it was mailed to, where it ends with what that person may do; what is kept is the maker's business. */
  @Words(64, { nullable: true })
  holder: string | null;
}
