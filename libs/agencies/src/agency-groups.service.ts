import { Injectable } from '@nestjs/common';
import type { AgencyGroupChange, AgencyGroupView, NewAgencyGroup } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Page,
  Problem,
  changedFields,
  folded,
  found,
  isDuplicate,
  isOffice,
  isStillReferred,
  newId,
  windowOf,
} from '@roundtable/platform';
import type { AgencyGroupListQuery } from './agency-group.dto';
import { AgencyGroupEntity } from './agency-group.entity';
import { agencyGroupView } from './agency-group.view';
import { AgencyEntity } from './agency.entity';

const SORTS = { name: 'agencyGroup.nameKey', kind: 'agencyGroup.kind', id: 'agencyGroup.id' };

/** Agencies that stand together; a lead of the group leads them all. */
@Injectable()
export class AgencyGroupsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Groups by name: all for the office, those of their own agencies for leads. */
  async list(actor: Actor, query: AgencyGroupListQuery): Promise<Page<AgencyGroupView>> {
    const window = windowOf(query, SORTS, { sort: 'name', order: 'ASC' });
    const rows = this.database.repo(AgencyGroupEntity).createQueryBuilder('agencyGroup').where('1 = 1');
    if (!isOffice(actor)) {
      const own = rows
        .subQuery()
        .select('agency.groupId')
        .from(AgencyEntity, 'agency')
        .where('agency.id IN (:...own) AND agency.groupId IS NOT NULL')
        .getQuery();
      rows.andWhere(`agencyGroup.id IN ${own}`, { own: ['', ...actor.leadAgencyIds] });
    }
    if (query.id) rows.andWhere('agencyGroup.id IN (:...ids)', { ids: query.id });
    if (query.q) rows.andWhere('agencyGroup.nameKey LIKE :q', { q: `%${folded(query.q)}%` });
    const [groups, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('agencyGroup.id')
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(groups.map(agencyGroupView), total);
  }

  /** Adds a group. Refuses a name that is there already, whatever its case or accents. */
  async create(actor: Actor, wanted: NewAgencyGroup): Promise<AgencyGroupView> {
    return this.named(async () => {
      const group = this.database.repo(AgencyGroupEntity).create({
        id: newId(),
        name: wanted.name.trim(),
        nameKey: folded(wanted.name),
        kind: wanted.kind ?? 'other',
        createdAt: this.clock.now(),
      });
      await this.database.repo(AgencyGroupEntity).insert(group);
      await this.record(actor, 'agency-group.create', group.id, { after: { ...agencyGroupView(group) } });
      return agencyGroupView(group);
    });
  }

  /** Changes name or kind. Refuses as `create`. */
  async change(actor: Actor, id: string, change: AgencyGroupChange): Promise<AgencyGroupView> {
    return this.named(async () => {
      const group = found(await this.database.repo(AgencyGroupEntity).findOneBy({ id }));
      const before = agencyGroupView(group);
      if (change.name !== undefined) Object.assign(group, { name: change.name.trim(), nameKey: folded(change.name) });
      if (change.kind !== undefined) group.kind = change.kind;
      const { name, nameKey, kind } = group;
      await this.database.repo(AgencyGroupEntity).update({ id }, { name, nameKey, kind });
      await this.record(actor, 'agency-group.change', id, changedFields(before, agencyGroupView(group)));
      return agencyGroupView(group);
    });
  }

  /** Removes a group that nothing names. Refuses with `agencies.group-in-use` and what does. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const group = found(await this.database.repo(AgencyGroupEntity).findOneBy({ id }));
      const agencies = await this.database.repo(AgencyEntity).countBy({ groupId: id });
      if (agencies) throw new Problem('agencies.group-in-use', { detail: { agencies } });
      try {
        await this.database.repo(AgencyGroupEntity).delete({ id });
      } catch (error) {
        if (isStillReferred(error)) throw new Problem('agencies.group-in-use');
        throw error;
      }
      await this.record(actor, 'agency-group.remove', id, { before: { ...agencyGroupView(group) } });
    });
  }

  private async named(work: () => Promise<AgencyGroupView>): Promise<AgencyGroupView> {
    try {
      return await this.database.transaction(work);
    } catch (error) {
      if (isDuplicate(error))
        throw new Problem('agencies.group-name-taken', { errors: { name: 'There is already a group with this name' } });
      throw error;
    }
  }

  private record(
    actor: Actor,
    action: string,
    subjectId: string,
    facts: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    return this.audit.record(actor, { action, subjectKind: 'agency-group', subjectId, ...facts });
  }
}
