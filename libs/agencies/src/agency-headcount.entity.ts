import { Id, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { AgencyEntity } from './agency.entity';

/** How many people an agency has in a partnership year. */
@Entity('agency_headcounts')
@Index(['agencyId', 'year'], { unique: true })
export class AgencyHeadcountEntity {
  @Id()
  id: string;

  @Reference(() => AgencyEntity)
  agencyId: string;

  /** April to March, such as 2026-27. */
  @Words(7)
  year: string;

  @Whole()
  headcount: number;
}
