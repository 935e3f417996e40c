import { Id, Instant, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { PersonEntity } from '../person.entity';

/** One device on which a person is signed in; the cookie's secret is kept as a hash. Real time. */
@Entity('sign_ins')
export class SignInEntity {
  @Id()
  id: string;

  @Words(64, { unique: true })
  tokenHash: string;

  @Index()
  @Reference(() => PersonEntity)
  personId: string;

  /** In plain words: 'Firefox on Windows'. */
  @Words(60, { nullable: true })
  device: string | null;

  /** What must be done before this sign-in carries any role. */
  @Words(20, { nullable: true })
  limitedTo: 'second-factor' | null;

  @Instant()
  startedAt: Date;

  @Instant()
  lastSeenAt: Date;

  @Instant({ nullable: true })
  endedAt: Date | null;
}
