import type { HoldKind } from '@roundtable/contracts';
import { Entity, Index } from 'typeorm';
import { Id, Instant, LooseReference, Words } from '../database';

/** Stops every deletion of what it names, until it is lifted. */
@Entity('holds')
export class HoldEntity {
  @Id()
  id: string;

  @Words(10)
  subjectKind: HoldKind;

  @Index()
  @LooseReference()
  subjectId: string;

  @Words(300)
  reason: string;

  @LooseReference({ nullable: true })
  setById: string | null;

  @Instant()
  setAt: Date;

  @LooseReference({ nullable: true })
  liftedById: string | null;

  @Instant({ nullable: true })
  liftedAt: Date | null;
}
