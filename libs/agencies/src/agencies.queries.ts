import { Injectable } from '@nestjs/common';
import type { AgencyView } from '@roundtable/contracts';
import { type Actor, Database, Page, folded, isOffice, windowOf } from '@roundtable/platform';
import { AgencyEntity } from './agency.entity';
import type { AgencyListQuery } from './agency.dto';
import { agencyView } from './agency.view';
import { SectorsService } from './sectors.service';

@Injectable()
export class AgencyQueries {
  constructor(
    private readonly database: Database,
    private readonly sectors: SectorsService,
  ) {}

  /** Agencies by name: all for the office, their own for leads. */
  async list(actor: Actor, query: AgencyListQuery): Promise<Page<AgencyView>> {
    const window = windowOf(
      query,
      { name: 'agency.nameKey', feeType: 'agency.feeType', id: 'agency.id' },
      { sort: 'name', order: 'ASC' },
    );
    const sectorNames = await this.sectors.namesById();
    const rows = this.database.repo(AgencyEntity).createQueryBuilder('agency');
    if (!isOffice(actor)) rows.andWhere('agency.id IN (:...own)', { own: ['', ...actor.leadAgencyIds] });
    if (query.id) rows.andWhere('agency.id IN (:...ids)', { ids: query.id });
    if (query.q) rows.andWhere('agency.nameKey LIKE :q', { q: `%${folded(query.q)}%` });
    if (query.sector) {
      const wanted = [...sectorNames].filter(([, name]) => name === query.sector).map(([id]) => id);
      rows.andWhere('agency.sectorId IN (:...sectors)', { sectors: ['', ...wanted] });
    }
    const [agencies, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('agency.id')
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(
      agencies.map((agency) => agencyView(agency, sectorNames.get(agency.sectorId) ?? '')),
      total,
    );
  }
}
