import { AgencyEntity } from '@roundtable/agencies';
import type { TrainerKind } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import { Id, Instant, Reference, Words, YesNo } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** Who delivers: a colleague lent by an agency, or a commissioned expert. */
@Entity('trainers')
export class TrainerEntity {
  @Id()
  id: string;

  @Words(20)
  kind: TrainerKind;

  /** Whose name and address are the person's own; whoever has none has them here. */
  @Index({ unique: true })
  @Reference(() => PersonEntity, { nullable: true })
  personId: string | null;

  @Words(200, { nullable: true })
  name: string | null;

  @Words(200, { nullable: true })
  nameKey: string | null;

  @Words(254, { nullable: true })
  email: string | null;

  @Words(190, { nullable: true })
  organisation: string | null;

  /** The agency that lends the trainer. */
  @Reference(() => AgencyEntity, { nullable: true })
  agencyId: string | null;

  @Words(500, { nullable: true })
  topics: string | null;

  @Words(1000, { nullable: true })
  availability: string | null;

  @YesNo()
  isActive: boolean;

  @Instant()
  createdAt: Date;
}
