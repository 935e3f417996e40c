import { Id, Instant, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { PersonEntity } from './person.entity';

/** A bearer token with the rights of its person, for integrations; shown once, kept as a hash. */
@Entity('api_tokens')
export class ApiTokenEntity {
  @Id()
  id: string;

  @Words(64, { unique: true })
  tokenHash: string;

  @Index()
  @Reference(() => PersonEntity)
  personId: string;

  @Instant()
  createdAt: Date;

  @Instant({ nullable: true })
  revokedAt: Date | null;
}
