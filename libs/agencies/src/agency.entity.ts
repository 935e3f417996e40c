import type { AgencyStatus, Approval, FeeType, UnansweredApproval } from '@roundtable/contracts';
import { Id, Instant, Reference, Words, YesNo } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { AgencyGroupEntity } from './agency-group.entity';
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

  @Index()
  @Reference(() => AgencyGroupEntity, { nullable: true })
  groupId: string | null;

  @Words(20)
  feeType: FeeType;

  @Words(10)
  approval: Approval;

  /** What becomes of a request that nobody answered; empty where staff decide. */
  @Words(10, { nullable: true })
  unansweredApproval: UnansweredApproval | null;

  @Words(10)
  status: AgencyStatus;

  @Words(6, { nullable: true })
  urn: string | null;

  @Words(12, { nullable: true })
  ofstedNumber: string | null;

  @Words(10, { nullable: true })
  odsCode: string | null;

  /** The agency that this one turned out to be; the row stays as a pointer and is in no list. */
  @Index()
  @Reference(() => AgencyEntity, { nullable: true })
  mergedIntoId: string | null;

  @YesNo()
  isDemonstration: boolean;

  @Instant()
  createdAt: Date;
}
