import { Id, Instant, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { PersonEntity } from '../person.entity';

/** A code that signs in once when the app is not at hand; kept as a hash that is this person's own. */
@Entity('recovery_codes')
export class RecoveryCodeEntity {
  @Id()
  id: string;

  @Index()
  @Reference(() => PersonEntity)
  personId: string;

  @Words(64, { unique: true })
  codeHash: string;

  @Instant({ nullable: true })
  usedAt: Date | null;
}
