import type { Permission } from '@roundtable/contracts';
import { Id, Instant, Json, Reference, Words } from '@roundtable/platform';
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

  /** What it is for, in the words of who made it. */
  @Words(100, { nullable: true })
  name: string | null;

  /** What it may be used for; empty where it carries everything that its person may do. */
  @Json({ nullable: true })
  scope: Permission[] | null;

  /** By the hour. Real time. */
  @Instant({ nullable: true })
  lastUsedAt: Date | null;

  /** Real time. */
  @Instant({ nullable: true })
  expiresAt: Date | null;

  @Instant()
  createdAt: Date;

  @Instant({ nullable: true })
  revokedAt: Date | null;
}
