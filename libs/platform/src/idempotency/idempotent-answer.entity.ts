import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Instant, Json, LooseReference, Whole, Words } from '../database';

/** The first answer to a request with an Idempotency-Key, for 24 hours. */
@Entity('idempotent_answers')
export class IdempotentAnswerEntity {
  /** Hash of person, route and key. */
  @PrimaryColumn('varchar', { length: 64 })
  key: string;

  @LooseReference({ nullable: true })
  personId: string | null;

  @Words(64)
  bodyHash: string;

  @Whole()
  status: number;

  @Json({ nullable: true })
  answer: unknown;

  @Index()
  @Instant()
  expiresAt: Date;
}
