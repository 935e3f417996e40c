import { Injectable } from '@nestjs/common';
import type { AgencyChange, AgencyDetailView, Headcount } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Database,
  Problem,
  changedFields,
  folded,
  found,
  invalid,
  isDuplicate,
  newId,
} from '@roundtable/platform';
import { AgencyDomains } from './agency-domains.service';
import { AgencyGroupEntity } from './agency-group.entity';
import { AgencyHeadcountEntity } from './agency-headcount.entity';
import { AgencyQueries } from './agencies.queries';
import { AgencyEntity } from './agency.entity';
import { isPublicDomain } from './public-domains';
import { SectorsService } from './sectors.service';

/** Keeping what is known of an agency. */
@Injectable()
export class AgencyChangesService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly queries: AgencyQueries,
    private readonly sectors: SectorsService,
    private readonly domains: AgencyDomains,
  ) {}

  /**
   * Changes what is given; domains and headcounts are given whole. Refuses an unknown sector or group, a name that is
   * taken, a domain that anybody may have, a year given twice, and an agency that was merged into another.
   */
  async change(actor: Actor, id: string, change: AgencyChange): Promise<AgencyDetailView> {
    try {
      return await this.database.transaction(async () => {
        const agency = await this.standing(actor, id);
        const before = await this.queries.detailOf(agency);
        const columns = await this.columnsOf(change);
        Object.assign(agency, columns);
        if (Object.keys(columns).length) await this.database.repo(AgencyEntity).update({ id }, columns);
        if (change.emailDomains) await this.replaceDomains(id, change.emailDomains);
        if (change.headcounts) await this.replaceHeadcounts(id, change.headcounts);
        const after = await this.queries.detailOf(agency);
        await this.audit.record(actor, {
          action: 'agency.change',
          subjectKind: 'agency',
          subjectId: id,
          ...changedFields(before, after),
        });
        return after;
      });
    } catch (error) {
      if (isDuplicate(error))
        throw new Problem('agencies.name-taken', { errors: { name: 'There is already an agency with this name' } });
      throw error;
    }
  }

  /** Accepts an agency that came with a registration; again changes nothing. */
  async accept(actor: Actor, id: string): Promise<AgencyDetailView> {
    return this.database.transaction(async () => {
      const agency = await this.standing(actor, id);
      if (agency.status === 'accepted') return this.queries.detailOf(agency);
      agency.status = 'accepted';
      await this.database.repo(AgencyEntity).update({ id }, { status: 'accepted' });
      await this.audit.record(actor, {
        action: 'agency.accept',
        subjectKind: 'agency',
        subjectId: id,
        before: { status: 'proposed' },
        after: { status: 'accepted' },
      });
      return this.queries.detailOf(agency);
    });
  }

  /** The row to change: an id that was merged into another is not there to be changed. */
  private async standing(actor: Actor, id: string): Promise<AgencyEntity> {
    const agency = await this.queries.entity(actor, id);
    return found(agency.id === id ? agency : null);
  }

  private async columnsOf(change: AgencyChange): Promise<Partial<AgencyEntity>> {
    const { name, sector, groupId, feeType, approval, unansweredApproval, urn, ofstedNumber, odsCode } = change;
    if (groupId && !(await this.database.repo(AgencyGroupEntity).existsBy({ id: groupId })))
      throw invalid({ groupId: 'There is no group with this id' });
    const columns = {
      ...(name === undefined ? {} : { name: name.trim(), nameKey: folded(name) }),
      ...(sector === undefined ? {} : { sectorId: (await this.sectors.named(sector)).id }),
      groupId,
      feeType,
      approval,
      unansweredApproval,
      urn,
      ofstedNumber: ofstedNumber?.toUpperCase() ?? ofstedNumber,
      odsCode: odsCode?.toUpperCase() ?? odsCode,
    };
    return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  }

  private async replaceDomains(agencyId: string, domains: readonly string[]): Promise<void> {
    const open = domains.find(isPublicDomain);
    if (open !== undefined)
      throw invalid({ emailDomains: `${open} is used by people of many organisations, so it cannot stand for one` });
    await this.domains.replace(agencyId, domains);
  }

  private async replaceHeadcounts(agencyId: string, headcounts: readonly Headcount[]): Promise<void> {
    if (new Set(headcounts.map(({ year }) => year)).size < headcounts.length)
      throw invalid({ headcounts: 'Give each year once' });
    const wrong = headcounts.find(({ year }) => (Number(year.slice(2, 4)) + 1) % 100 !== Number(year.slice(5)));
    if (wrong) throw invalid({ headcounts: `${wrong.year} is not one year: enter it like 2026-27` });
    await this.database.repo(AgencyHeadcountEntity).delete({ agencyId });
    if (headcounts.length)
      await this.database
        .repo(AgencyHeadcountEntity)
        .insert(headcounts.map(({ year, headcount }) => ({ id: newId(), agencyId, year, headcount })));
  }
}
