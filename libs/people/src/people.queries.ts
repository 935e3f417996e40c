import { AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { PractitionerView } from '@roundtable/contracts';
import { type Actor, Database, Page, folded, isOffice, windowOf } from '@roundtable/platform';
import { MembershipEntity } from './membership.entity';
import type { PractitionerListQuery } from './person.dto';
import { PersonEntity } from './person.entity';

@Injectable()
export class PeopleQueries {
  constructor(private readonly database: Database) {}

  /** People by name: all for the office, current members of their own agencies for leads. */
  async list(actor: Actor, query: PractitionerListQuery): Promise<Page<PractitionerView>> {
    const sorts = { name: 'person.nameKey', email: 'person.email', agencyName: 'agency.nameKey', id: 'person.id' };
    const window = windowOf(query, sorts, { sort: 'name', order: 'ASC' });
    const rows = this.database
      .repo(PersonEntity)
      .createQueryBuilder('person')
      .leftJoin(
        MembershipEntity,
        'membership',
        'membership.personId = person.id AND membership.until IS NULL AND membership.id = (SELECT MAX(latest.id) FROM memberships latest WHERE latest.person_id = person.id AND latest.until IS NULL)',
      )
      .leftJoin(AgencyEntity, 'agency', 'agency.id = membership.agencyId')
      .where('1 = 1');
    if (!isOffice(actor)) rows.andWhere('membership.agencyId IN (:...own)', { own: ['', ...actor.leadAgencyIds] });
    if (query.agencyId) rows.andWhere('membership.agencyId = :agencyId', { agencyId: query.agencyId });
    if (query.id) rows.andWhere('person.id IN (:...ids)', { ids: query.id });
    if (query.q) rows.andWhere('(person.nameKey LIKE :q OR person.email LIKE :q)', { q: `%${folded(query.q)}%` });
    const total = await rows.getCount();
    const found = await rows
      .select(['person.id AS id', 'person.name AS name', 'person.email AS email'])
      .addSelect(['agency.id AS agencyId', 'agency.name AS agencyName', 'membership.jobRole AS jobRole'])
      .orderBy(window.sort, window.order)
      .addOrderBy('person.id')
      .offset(window.skip)
      .limit(window.take)
      .getRawMany<PractitionerView>();
    return new Page(
      found.map((row) => ({
        id: row.id,
        name: row.name,
        email: row.email,
        agencyId: row.agencyId,
        agencyName: row.agencyName,
        jobRole: row.jobRole,
      })),
      total,
    );
  }
}
