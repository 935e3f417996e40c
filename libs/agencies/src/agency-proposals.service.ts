import { Injectable } from '@nestjs/common';
import { Database } from '@roundtable/platform';
import { AgencyDomainEntity } from './agency-domain.entity';
import { AgencyEntity } from './agency.entity';
import { isPublicDomain } from './public-domains';
import { SectorEntity } from './sector.entity';

/** An agency that a person may belong to. */
export interface ProposedAgency {
  id: string;
  name: string;
  sector: string;
}

/** Which agencies an e-mail address points to. */
@Injectable()
export class AgencyProposals {
  constructor(private readonly database: Database) {}

  /**
   * The agencies that have the address's domain, by name; none for a domain that is open to everybody or shared by
   * many. Only accepted agencies. The domain is compared whole.
   */
  async forEmail(email: string): Promise<ProposedAgency[]> {
    const domain = email
      .slice(email.lastIndexOf('@') + 1)
      .trim()
      .toLowerCase();
    if (!email.includes('@') || domain === '' || isPublicDomain(domain)) return [];
    return this.database
      .repo(AgencyEntity)
      .createQueryBuilder('agency')
      .innerJoin(AgencyDomainEntity, 'held', 'held.agencyId = agency.id')
      .innerJoin(SectorEntity, 'sector', 'sector.id = agency.sectorId')
      .where('held.domain = :domain', { domain })
      .andWhere("agency.status = 'accepted' AND agency.mergedIntoId IS NULL")
      .select(['agency.id AS id', 'agency.name AS name', 'sector.name AS sector'])
      .orderBy('agency.nameKey')
      .getRawMany<ProposedAgency>();
  }
}
