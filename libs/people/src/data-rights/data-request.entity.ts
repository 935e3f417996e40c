import type { DataDecision, DataRequestKind } from '@roundtable/contracts';
import { Id, Instant, LongText, LooseReference, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { PersonEntity } from '../person.entity';

/** What a person asked about their data, when it is due, and what became of it. */
@Entity('data_requests')
export class DataRequestEntity {
  @Id()
  id: string;

  @Words(10)
  kind: DataRequestKind;

  @Index()
  @Reference(() => PersonEntity)
  personId: string;

  /** The person's own words; emptied when they are erased. */
  @LongText({ nullable: true })
  words: string | null;

  @Instant()
  receivedAt: Date;

  @Index()
  @Instant()
  dueAt: Date;

  @Instant({ nullable: true })
  decidedAt: Date | null;

  @Words(10, { nullable: true })
  decision: DataDecision | null;

  @LongText({ nullable: true })
  reason: string | null;

  @LooseReference({ nullable: true })
  decidedById: string | null;
}
