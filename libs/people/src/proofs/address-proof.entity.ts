import { Id, Instant, LooseReference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** What a proof is for. `second-step` is not mailed: it stands between the password and the code of the app. */
export type ProofPurpose =
  'registration' | 'sign-in' | 'second-step' | 'password-reset' | 'set-password' | 'new-address';

/**
 * A secret that was mailed to an address, as a link and as a six-digit code: who brings it back reads that mailbox.
 * Only hashes are kept. Real time.
 */
@Entity('address_proofs')
@Index(['purpose', 'email'])
export class AddressProofEntity {
  @Id()
  id: string;

  @Words(20)
  purpose: ProofPurpose;

  /** A registration or a person; empty where nobody has the address, so that its code is compared in vain. */
  @Index()
  @LooseReference({ nullable: true })
  subjectId: string | null;

  @Words(254)
  email: string;

  @Words(64, { unique: true })
  tokenHash: string;

  /** Argon2id: a code is short, so a fast hash of it would be as good as the code. */
  @Words(200, { nullable: true })
  codeHash: string | null;

  @Instant({ nullable: true })
  codeExpiresAt: Date | null;

  /** Wrong codes so far. */
  @Whole()
  tries: number;

  @Index()
  @Instant()
  expiresAt: Date;

  @Instant({ nullable: true })
  usedAt: Date | null;

  @Instant()
  createdAt: Date;
}
