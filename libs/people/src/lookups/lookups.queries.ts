import { AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import { type AgencyLookupView, type PersonLookupView, allows } from '@roundtable/contracts';
import { type Actor, Database, type ListQuery, Page, folded, notFound, windowOf } from '@roundtable/platform';
import { In, IsNull, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { MembershipEntity } from '../membership.entity';
import { PersonEntity } from '../person.entity';

/** Fewer letters would list people, not look one up. */
const SHORTEST = 2;

/** Whoever names people and agencies in their work, without keeping them: finds one by name, with what tells them apart. */
@Injectable()
export class LookupQueries {
  constructor(private readonly database: Database) {}

  /** People by a part of the name or address, or by id. Empty until two letters were given. */
  async people(actor: Actor, query: ListQuery): Promise<Page<PersonLookupView>> {
    const rows = this.asked(actor, query, this.database.repo(PersonEntity).createQueryBuilder('named'));
    if (!rows) return new Page<PersonLookupView>([], 0);
    rows.andWhere('named.erasedAt IS NULL');
    if (query.q) rows.andWhere('(named.nameKey LIKE :q OR named.email LIKE :q)', { q: `%${folded(query.q)}%` });
    const [people, total] = await rows.getManyAndCount();
    const agencies = await this.agenciesOf(people.map(({ id }) => id));
    return new Page(
      people.map(({ id, name, email }) => ({ id, name, email, agencyNames: agencies.get(id) ?? [] })),
      total,
    );
  }

  /** Agencies by a part of the name, or by id. Empty until two letters were given. */
  async agencies(actor: Actor, query: ListQuery): Promise<Page<AgencyLookupView>> {
    const rows = this.asked(actor, query, this.database.repo(AgencyEntity).createQueryBuilder('named'));
    if (!rows) return new Page<AgencyLookupView>([], 0);
    if (query.q) rows.andWhere('named.nameKey LIKE :q', { q: `%${folded(query.q)}%` });
    const [agencies, total] = await rows.getManyAndCount();
    return new Page(
      agencies.map(({ id, name }) => ({ id, name })),
      total,
    );
  }

  private asked<Row extends ObjectLiteral>(
    actor: Actor,
    query: ListQuery,
    rows: SelectQueryBuilder<Row>,
  ): SelectQueryBuilder<Row> | null {
    if (!allows('people.look-up', actor.roles)) throw notFound();
    const window = windowOf(query, { name: 'named.nameKey', id: 'named.id' }, { sort: 'name', order: 'ASC' });
    if (!query.id && (query.q ?? '').trim().length < SHORTEST) return null;
    rows.where('named.mergedIntoId IS NULL');
    if (query.id) rows.andWhere('named.id IN (:...ids)', { ids: query.id });
    return rows.orderBy(window.sort, window.order).addOrderBy('named.id').skip(window.skip).take(window.take);
  }

  private async agenciesOf(personIds: string[]): Promise<Map<string, string[]>> {
    const names = new Map<string, string[]>();
    if (personIds.length === 0) return names;
    const memberships = await this.database
      .repo(MembershipEntity)
      .find({ select: { personId: true, agencyId: true }, where: { personId: In(personIds), until: IsNull() } });
    const agencies = await this.database
      .repo(AgencyEntity)
      .find({
        select: { id: true, name: true },
        where: { id: In([...new Set(memberships.map(({ agencyId }) => agencyId))]) },
      });
    const nameOf = new Map(agencies.map(({ id, name }) => [id, name]));
    for (const { personId, agencyId } of memberships)
      names.set(personId, [...(names.get(personId) ?? []), nameOf.get(agencyId) ?? ''].sort());
    return names;
  }
}
