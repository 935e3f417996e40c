import { Injectable } from '@nestjs/common';
import type { ModuleView } from '@roundtable/contracts';
import { type Actor, Database, Page, folded, isOffice, windowOf } from '@roundtable/platform';
import type { ModuleListQuery } from './module.dto';
import { ModuleEntity } from './module.entity';
import { type ModuleDetailView, moduleDetailView, moduleView } from './module.view';
import { ModulesService } from './modules.service';

const SORTS = { title: 'module.titleKey', minutes: 'module.minutes', id: 'module.id' };

@Injectable()
export class ModuleQueries {
  constructor(
    private readonly database: Database,
    private readonly modules: ModulesService,
  ) {}

  /** Modules by title: published ones, and for the office all. */
  async list(actor: Actor, query: ModuleListQuery): Promise<Page<ModuleView>> {
    const window = windowOf(query, SORTS, { sort: 'title', order: 'ASC' });
    const rows = this.database.repo(ModuleEntity).createQueryBuilder('module');
    if (!isOffice(actor)) rows.andWhere('module.isPublished = :yes', { yes: true });
    if (query.id) rows.andWhere('module.id IN (:...ids)', { ids: query.id });
    if (query.q) rows.andWhere('module.titleKey LIKE :q', { q: `%${folded(query.q)}%` });
    const [modules, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('module.id')
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(modules.map(moduleView), total);
  }

  /** One module with what is read and asked in it, by id or slug. */
  async one(actor: Actor, id: string): Promise<ModuleDetailView> {
    return moduleDetailView(await this.modules.byId(actor, id));
  }
}
