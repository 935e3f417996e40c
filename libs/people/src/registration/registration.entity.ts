import type { Area } from '@roundtable/contracts';
import { Id, Instant, LooseReference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/**
 * An account that somebody asked for and whose address is not confirmed yet. Nobody can sign in with it; confirming
 * makes the person and the account, and erases this row. Several may wait for one address: each keeps its own
 * password, and the one whose mail is answered counts. Real time.
 */
@Entity('registrations')
export class RegistrationEntity {
  @Id()
  id: string;

  @Index()
  @Words(254)
  email: string;

  @Words(200)
  name: string;

  @Words(120)
  jobRole: string;

  @LooseReference({ nullable: true })
  agencyId: string | null;

  /** The name of an agency that nobody has entered yet. */
  @Words(190, { nullable: true })
  newAgency: string | null;

  @Words(100, { nullable: true })
  newAgencySector: string | null;

  @Words(10)
  area: Area;

  @Words(200, { nullable: true })
  managerName: string | null;

  @Words(254, { nullable: true })
  managerEmail: string | null;

  /** Argon2id. */
  @Words(200)
  passwordHash: string;

  @Index()
  @Instant()
  expiresAt: Date;

  @Instant()
  createdAt: Date;
}
