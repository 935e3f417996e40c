import { Injectable } from '@nestjs/common';
import { Database, HoldEntity, type MergeParts, type MergeReach } from '@roundtable/platform';
import { In } from 'typeorm';
import { AgencyDomainEntity } from './agency-domain.entity';
import { AgencyHeadcountEntity } from './agency-headcount.entity';

/** Merging agencies: domains that the other has not, and headcounts of years that it has not. */
@Injectable()
export class AgenciesMerge implements MergeReach {
  readonly name = 'agencies';
  readonly position = 90;
  readonly covers = ['agency_domains.agency_id', 'agency_headcounts.agency_id', 'agencies.merged_into_id'];

  constructor(private readonly database: Database) {}

  async previewAgency(fromId: string, intoId: string): Promise<MergeParts> {
    const { domains, headcounts } = await this.newTo(intoId, fromId);
    return { moves: { emailDomains: domains.length, headcounts: headcounts.length }, conflicts: [] };
  }

  async mergeAgency(fromId: string, intoId: string): Promise<MergeParts> {
    const { domains, headcounts, after } = await this.newTo(intoId, fromId);
    const held = this.database.repo(AgencyDomainEntity);
    for (const [index, domain] of domains.entries())
      await held.update({ id: domain.id }, { agencyId: intoId, position: after + index });
    await held.delete({ agencyId: fromId });
    await this.database.repo(HoldEntity).update({ subjectKind: 'agency', subjectId: fromId }, { subjectId: intoId });
    const counts = this.database.repo(AgencyHeadcountEntity);
    if (headcounts.length) await counts.update({ id: In(headcounts.map(({ id }) => id)) }, { agencyId: intoId });
    await counts.delete({ agencyId: fromId });
    return { moves: { emailDomains: domains.length, headcounts: headcounts.length }, conflicts: [] };
  }

  async previewPerson(): Promise<MergeParts> {
    return { moves: {}, conflicts: [] };
  }

  async mergePerson(): Promise<MergeParts> {
    return { moves: {}, conflicts: [] };
  }

  private async newTo(intoId: string, fromId: string) {
    const domains = await this.database
      .repo(AgencyDomainEntity)
      .find({ where: { agencyId: In([fromId, intoId]) }, order: { position: 'ASC' } });
    const headcounts = await this.database.repo(AgencyHeadcountEntity).findBy({ agencyId: In([fromId, intoId]) });
    const own = domains.filter(({ agencyId }) => agencyId === intoId);
    const held = new Set(own.map(({ domain }) => domain));
    const years = new Set(headcounts.filter(({ agencyId }) => agencyId === intoId).map(({ year }) => year));
    return {
      domains: domains.filter(({ agencyId, domain }) => agencyId === fromId && !held.has(domain)),
      headcounts: headcounts.filter(({ agencyId, year }) => agencyId === fromId && !years.has(year)),
      after: Math.max(-1, ...own.map(({ position }) => position)) + 1,
    };
  }
}
