import { Entity, Index } from 'typeorm';
import { Id, Instant, Json, LooseReference, Words } from '../database';

/** Two rows that turned out to be one: which was merged into which, by whom, with names as they were then. */
@Entity('merges')
export class MergeEntity {
  @Id()
  id: string;

  @Words(20)
  kind: 'agency' | 'person';

  /** A row is merged once. */
  @Index({ unique: true })
  @LooseReference()
  fromId: string;

  @Index()
  @LooseReference()
  intoId: string;

  @Words(200)
  fromName: string;

  @Words(200)
  intoName: string;

  @Instant()
  at: Date;

  @LooseReference({ nullable: true })
  byId: string | null;

  @Json()
  moves: Record<string, number>;

  @Json()
  conflicts: unknown;
}
