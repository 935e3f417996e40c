import { AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { CompletionSource, CompletionView } from '@roundtable/contracts';
import { MembershipEntity, PersonEntity } from '@roundtable/people';
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

/** A completion of somebody who works for an agency now. */
export interface MemberCompletion {
  id: string;
  agencyId: string;
  agencyName: string;
  personName: string;
  title: string;
  source: CompletionSource;
  completedAt: Date;
  expiresAt: Date | null;
}

/** One that runs out. */
export type RunningOut = MemberCompletion & { expiresAt: Date };

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

  /**
   * Completions of current members of these agencies that run out between two moments and that nothing later of the same
   * module or course replaces. Of whoever a lead added and has not said yet that it is right there is nothing.
   */
  async runningOut(agencyIds: readonly string[], from: Date, until: Date): Promise<RunningOut[]> {
    if (agencyIds.length === 0) return [];
    const rows = this.ofMembers(agencyIds).andWhere('completion.expiresAt > :from AND completion.expiresAt <= :until', {
      from,
      until,
    });
    const later = rows
      .subQuery()
      .select('1')
      .from(CompletionEntity, 'later')
      .where('later.personId = completion.personId AND later.withdrawnAt IS NULL AND later.id <> completion.id')
      .andWhere('(later.moduleId = completion.moduleId OR later.courseId = completion.courseId)')
      .andWhere('(later.expiresAt IS NULL OR later.expiresAt > completion.expiresAt)')
      .getQuery();
    const found = await read(rows.andWhere(`NOT EXISTS ${later}`).orderBy('completion.expiresAt'));
    return found.flatMap(({ expiresAt, ...completion }) => (expiresAt ? [{ ...completion, expiresAt }] : []));
  }

  /**
   * What current members of these agencies completed from one moment until before another, the first first. As
   * `runningOut`, nothing of whoever has not said yet that they work there.
   */
  async completedBetween(agencyIds: readonly string[], from: Date, until: Date): Promise<MemberCompletion[]> {
    if (agencyIds.length === 0) return [];
    return read(
      this.ofMembers(agencyIds)
        .andWhere('completion.completedAt >= :from AND completion.completedAt < :until', { from, until })
        .orderBy('completion.completedAt'),
    );
  }

  private ofMembers(agencyIds: readonly string[]): SelectQueryBuilder<CompletionEntity> {
    return this.database
      .repo(CompletionEntity)
      .createQueryBuilder('completion')
      .innerJoin(MembershipEntity, 'membership', 'membership.personId = completion.personId')
      .innerJoin(PersonEntity, 'person', 'person.id = completion.personId')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = membership.agencyId')
      .where('membership.agencyId IN (:...agencyIds) AND membership.until IS NULL AND membership.typedName IS NULL', {
        agencyIds: [...agencyIds],
      })
      .andWhere('completion.withdrawnAt IS NULL');
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

/** A line for each completion and agency. */
async function read(rows: SelectQueryBuilder<CompletionEntity>): Promise<MemberCompletion[]> {
  const { entities, raw } = await rows
    .select('completion')
    .addSelect(['membership.agencyId AS memberOf', 'agency.name AS agencyName', 'person.name AS personName'])
    .addOrderBy('completion.id')
    .addOrderBy('membership.agencyId')
    .getRawAndEntities<{ memberOf: string; agencyName: string; personName: string; completion_id: string }>();
  const byId = new Map(entities.map((completion) => [completion.id, completion]));
  return raw.flatMap(({ memberOf, agencyName, personName, completion_id }) => {
    const completion = byId.get(completion_id);
    if (!completion) return [];
    const { id, title, source, completedAt, expiresAt } = completion;
    return [{ id, agencyId: memberOf, agencyName, personName, title, source, completedAt, expiresAt }];
  });
}
