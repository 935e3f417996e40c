import { Injectable } from '@nestjs/common';
import { Database, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { AgencyDomainEntity } from './agency-domain.entity';

/** The e-mail domains of agencies, in the order in which they were given. */
@Injectable()
export class AgencyDomains {
  constructor(private readonly database: Database) {}

  async of(agencyIds: readonly string[]): Promise<Map<string, string[]>> {
    const domains = new Map<string, string[]>();
    if (agencyIds.length === 0) return domains;
    const rows = await this.database
      .repo(AgencyDomainEntity)
      .find({ where: { agencyId: In([...agencyIds]) }, order: { position: 'ASC', domain: 'ASC' } });
    for (const { agencyId, domain } of rows) domains.set(agencyId, [...(domains.get(agencyId) ?? []), domain]);
    return domains;
  }

  /** Makes these the agency's domains, the first of them the one that is shown alone. */
  async replace(agencyId: string, wanted: readonly string[]): Promise<string[]> {
    const domains = [...new Set(wanted.map((domain) => domain.trim().toLowerCase()))];
    const held = this.database.repo(AgencyDomainEntity);
    await held.delete({ agencyId });
    if (domains.length)
      await held.insert(domains.map((domain, position) => ({ id: newId(), agencyId, domain, position })));
    return domains;
  }
}
