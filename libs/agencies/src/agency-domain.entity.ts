import { Id, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { AgencyEntity } from './agency.entity';

/** A domain of an agency's e-mail addresses; several agencies of one employer may share it. */
@Entity('agency_domains')
@Index(['agencyId', 'domain'], { unique: true })
export class AgencyDomainEntity {
  @Id()
  id: string;

  @Reference(() => AgencyEntity)
  agencyId: string;

  /** In lower case. */
  @Index()
  @Words(190)
  domain: string;

  /** The first is the one that is shown alone. */
  @Whole()
  position: number;
}
