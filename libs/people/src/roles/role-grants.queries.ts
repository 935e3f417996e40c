import { AgencyEntity, AgencyGroupEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import { type RoleGrantView, allows } from '@roundtable/contracts';
import { type Actor, Database, Page, folded, found, notFound, windowOf } from '@roundtable/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { PersonEntity } from '../person.entity';
import { RoleGrantEntity } from '../role-grant.entity';
import type { RoleGrantListQuery } from './role-grant.dto';

const SORTS = { personName: 'person.nameKey', role: 'held.role', grantedAt: 'held.grantedAt', id: 'held.id' };

interface GrantNames {
  personName: string;
  agencyName: string | null;
  groupName: string | null;
}

/** Who holds which role; for the office and system owners. */
@Injectable()
export class RoleGrantQueries {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, query: RoleGrantListQuery): Promise<Page<RoleGrantView>> {
    const window = windowOf(query, SORTS, { sort: 'personName', order: 'ASC' });
    const rows = this.visibleTo(actor);
    if (query.id) rows.andWhere('held.id IN (:...ids)', { ids: query.id });
    if (query.personId) rows.andWhere('held.personId = :personId', { personId: query.personId });
    if (query.agencyId) rows.andWhere('held.agencyId = :agencyId', { agencyId: query.agencyId });
    if (query.groupId) rows.andWhere('held.groupId = :groupId', { groupId: query.groupId });
    if (query.role) rows.andWhere('held.role = :role', { role: query.role });
    if (query.q) rows.andWhere('(person.nameKey LIKE :q OR person.email LIKE :q)', { q: `%${folded(query.q)}%` });
    const total = await rows.getCount();
    const views = await this.views(
      rows.orderBy(window.sort, window.order).addOrderBy('held.id').offset(window.skip).limit(window.take),
    );
    return new Page(views, total);
  }

  async one(actor: Actor, id: string): Promise<RoleGrantView> {
    const views = await this.views(this.visibleTo(actor).andWhere('held.id = :id', { id }));
    return found(views[0]);
  }

  private visibleTo(actor: Actor): SelectQueryBuilder<RoleGrantEntity> {
    if (!allows('roles.read', actor.roles)) throw notFound();
    return this.database
      .repo(RoleGrantEntity)
      .createQueryBuilder('held')
      .innerJoin(PersonEntity, 'person', 'person.id = held.personId')
      .leftJoin(AgencyEntity, 'agency', 'agency.id = held.agencyId')
      .leftJoin(AgencyGroupEntity, 'agencyGroup', 'agencyGroup.id = held.groupId')
      .where('1 = 1');
  }

  private async views(rows: SelectQueryBuilder<RoleGrantEntity>): Promise<RoleGrantView[]> {
    const { entities, raw } = await rows
      .select('held')
      .addSelect(['person.name AS personName', 'agency.name AS agencyName', 'agencyGroup.name AS groupName'])
      .getRawAndEntities<GrantNames>();
    return entities.map((grant, index) => ({
      id: grant.id,
      personId: grant.personId,
      personName: raw[index]?.personName ?? '',
      role: grant.role,
      agencyId: grant.agencyId,
      agencyName: raw[index]?.agencyName ?? null,
      groupId: grant.groupId,
      groupName: raw[index]?.groupName ?? null,
      grantedAt: grant.grantedAt.toISOString(),
      reason: grant.reason,
    }));
  }
}
