import { Id, Instant, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { PersonEntity } from '../person.entity';

/** A person's authenticator app (TOTP, RFC 6238: SHA-1, 6 digits, 30 seconds). It counts once a code confirmed it. */
@Entity('second_factors')
export class SecondFactorEntity {
  @Id()
  id: string;

  @Index({ unique: true })
  @Reference(() => PersonEntity)
  personId: string;

  /** Base32, or sealed with the key of the environment. It has to be read to check a code, so it cannot be a hash. */
  @Words(64)
  secret: string;

  /** The 30-second step of the last code that was taken; no code of it or before it is taken again. */
  @Whole({ nullable: true })
  lastStep: number | null;

  @Instant({ nullable: true })
  confirmedAt: Date | null;

  @Instant()
  createdAt: Date;
}
