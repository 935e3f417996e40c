import { Injectable } from '@nestjs/common';
import type { AgencyDetailView, AgencyView } from '@roundtable/contracts';
import { type Actor, Database, Page, folded, found, isOffice, windowOf } from '@roundtable/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import { AgencyDomains } from './agency-domains.service';
import { AgencyGroupEntity } from './agency-group.entity';
import { AgencyHeadcountEntity } from './agency-headcount.entity';
import { AgencyEntity } from './agency.entity';
import type { AgencyListQuery } from './agency.dto';
import { agencyView } from './agency.view';
import { SectorsService } from './sectors.service';

const SORTS = { name: 'agency.nameKey', feeType: 'agency.feeType', status: 'agency.status', id: 'agency.id' };

@Injectable()
export class AgencyQueries {
  constructor(
    private readonly database: Database,
    private readonly sectors: SectorsService,
    private readonly domains: AgencyDomains,
  ) {}

  /** Agencies by name, without those that were merged into another: all for the office, their own for leads. */
  async list(actor: Actor, query: AgencyListQuery): Promise<Page<AgencyView>> {
    const window = windowOf(query, SORTS, { sort: 'name', order: 'ASC' });
    const rows = this.visibleTo(actor).andWhere('agency.mergedIntoId IS NULL');
    if (query.id) rows.andWhere('agency.id IN (:...ids)', { ids: query.id });
    if (query.q) rows.andWhere('agency.nameKey LIKE :q', { q: `%${folded(query.q)}%` });
    if (query.groupId) rows.andWhere('agency.groupId = :groupId', { groupId: query.groupId });
    if (query.status) rows.andWhere('agency.status = :status', { status: query.status });
    if (query.sector) {
      const wanted = [...(await this.sectors.namesById())].filter(([, name]) => name === query.sector);
      rows.andWhere('agency.sectorId IN (:...sectors)', { sectors: ['', ...wanted.map(([id]) => id)] });
    }
    const [agencies, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('agency.id')
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(await this.viewsOf(agencies), total);
  }

  /** One agency; for an id that was merged into another, that other. 404 for what is not there and not theirs alike. */
  async one(actor: Actor, id: string): Promise<AgencyDetailView> {
    return this.detailOf(await this.entity(actor, id));
  }

  /** The row itself, for a use case; the same 404. */
  async entity(actor: Actor, id: string): Promise<AgencyEntity> {
    const asked = found(await this.database.repo(AgencyEntity).findOneBy({ id }));
    return found(
      await this.visibleTo(actor)
        .andWhere('agency.id = :id', { id: asked.mergedIntoId ?? asked.id })
        .getOne(),
    );
  }

  async detailOf(agency: AgencyEntity): Promise<AgencyDetailView> {
    const [view] = await this.viewsOf([agency]);
    const headcounts = await this.database
      .repo(AgencyHeadcountEntity)
      .find({ where: { agencyId: agency.id }, order: { year: 'ASC' } });
    return { ...found(view), headcounts: headcounts.map(({ year, headcount }) => ({ year, headcount })) };
  }

  private visibleTo(actor: Actor): SelectQueryBuilder<AgencyEntity> {
    const rows = this.database.repo(AgencyEntity).createQueryBuilder('agency').where('1 = 1');
    return isOffice(actor) ? rows : rows.andWhere('agency.id IN (:...own)', { own: ['', ...actor.leadAgencyIds] });
  }

  private async viewsOf(agencies: readonly AgencyEntity[]): Promise<AgencyView[]> {
    const sectors = await this.sectors.namesById();
    const domains = await this.domains.of(agencies.map(({ id }) => id));
    const groupIds = agencies.flatMap(({ groupId }) => (groupId === null ? [] : [groupId]));
    const groups = groupIds.length
      ? await this.database.repo(AgencyGroupEntity).findBy({ id: In([...new Set(groupIds)]) })
      : [];
    const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
    return agencies.map((agency) =>
      agencyView(agency, {
        sector: sectors.get(agency.sectorId) ?? '',
        groupName: groupNames.get(agency.groupId ?? '') ?? null,
        emailDomains: domains.get(agency.id) ?? [],
      }),
    );
  }
}
