import { Id, Instant, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { PersonEntity } from './person.entity';

/** What a person signs in with. */
@Entity('accounts')
export class AccountEntity {
  @Id()
  id: string;

  @Index({ unique: true })
  @Reference(() => PersonEntity)
  personId: string;

  /** Argon2id. */
  @Words(200, { nullable: true })
  passwordHash: string | null;

  @Instant({ nullable: true })
  confirmedAt: Date | null;

  @Instant()
  createdAt: Date;
}
