import { Injectable } from '@nestjs/common';
import type { CompletionView } from '@roundtable/contracts';
import { MembershipEntity } from '@roundtable/people';
import { type Actor, Database, Page, isOffice, windowOf } from '@roundtable/platform';
import type { SelectQueryBuilder } from 'typeorm';
import type { CompletionListQuery } from './completion.dto';
import { CompletionEntity } from './completion.entity';
import { completionView } from './completion.view';

const SORTS = {
  completedAt: 'completion.completedAt',
  expiresAt: 'completion.expiresAt',
  title: 'completion.title',
  id: 'completion.id',
};

@Injectable()
export class CompletionQueries {
  constructor(private readonly database: Database) {}

  /** Completions that were not withdrawn, the latest first: all for the office, those of own people for leads, else own. */
  async list(actor: Actor, query: CompletionListQuery): Promise<Page<CompletionView>> {
    const window = windowOf(query, SORTS, { sort: 'completedAt', order: 'DESC' });
    const rows = this.visibleTo(actor).andWhere('completion.withdrawnAt IS NULL');
    if (query.id) rows.andWhere('completion.id IN (:...ids)', { ids: query.id });
    if (query.practitionerId) rows.andWhere('completion.personId = :person', { person: query.practitionerId });
    if (query.moduleId) rows.andWhere('completion.moduleId = :module', { module: query.moduleId });
    if (query.courseId) rows.andWhere('completion.courseId = :course', { course: query.courseId });
    if (query.q) rows.andWhere('LOWER(completion.title) LIKE :q', { q: `%${query.q.toLowerCase()}%` });
    const [completions, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('completion.id', window.order)
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(completions.map(completionView), total);
  }

  private visibleTo(actor: Actor): SelectQueryBuilder<CompletionEntity> {
    const rows = this.database.repo(CompletionEntity).createQueryBuilder('completion');
    if (isOffice(actor)) return rows;
    const current = rows
      .subQuery()
      .select('membership.personId')
      .from(MembershipEntity, 'membership')
      .where('membership.agencyId IN (:...led)')
      .andWhere('membership.until IS NULL')
      // Who was added by a lead and has not said yet that it is right shows them nothing.
      .andWhere('membership.typedName IS NULL')
      .getQuery();
    return rows.where(`(completion.personId = :own OR completion.personId IN ${current})`, {
      own: actor.personId ?? '',
      led: ['', ...actor.leadAgencyIds],
    });
  }
}
