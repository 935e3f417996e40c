import type { FeeType } from '@roundtable/contracts';
import { Id, Instant, Reference, Words, YesNo } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { SectorEntity } from './sector.entity';

/** An organisation whose people are trained. */
@Entity('agencies')
export class AgencyEntity {
  @Id()
  id: string;

  @Words(190)
  name: string;

  /** The name folded, so that no two agencies differ by case or accent alone. */
  @Words(190, { unique: true })
  nameKey: string;

  @Reference(() => SectorEntity)
  sectorId: string;

  @Words(20)
  feeType: FeeType;

  @Index()
  @Words(190, { nullable: true })
  emailDomain: string | null;

  @YesNo()
  isDemonstration: boolean;

  @Instant()
  createdAt: Date;
}
