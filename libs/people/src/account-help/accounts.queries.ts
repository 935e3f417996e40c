import { Injectable } from '@nestjs/common';
import { type AccountDetailView, type AccountView, type Role, STAFF_ROLES } from '@roundtable/contracts';
import {
  type Actor,
  Database,
  type ListQuery,
  Page,
  Throttle,
  folded,
  found,
  isOffice,
  notFound,
  windowOf,
  storedInstant,
} from '@roundtable/platform';
import { In, IsNull, Not, type SelectQueryBuilder } from 'typeorm';
import { AccountEntity } from '../account.entity';
import { PersonEntity } from '../person.entity';
import { RoleGrantEntity } from '../role-grant.entity';
import { SecondFactorEntity } from '../second-factor/second-factor.entity';
import { limitsOf } from '../sign-in/sign-in-limits';
import { SignInEntity } from '../sign-in/sign-in.entity';
import { SignIns } from '../sign-in/sign-ins.service';

const SORTS = { name: 'person.nameKey', email: 'person.email', id: 'person.id' };
const IS_STAFF = `EXISTS (SELECT 1 FROM role_grants held WHERE held.person_id = person.id AND held.role IN (:...staff))`;

/** How people sign in, for those who help them: the office for everybody, a system owner for staff. */
@Injectable()
export class AccountQueries {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly signIns: SignIns,
  ) {}

  /** Whoever holds a role of staff, by name. */
  async list(actor: Actor, query: ListQuery): Promise<Page<AccountView>> {
    const window = windowOf(query, SORTS, { sort: 'name', order: 'ASC' });
    const rows = this.visibleTo(actor).andWhere(IS_STAFF);
    if (query.id) rows.andWhere('person.id IN (:...ids)', { ids: query.id });
    if (query.q) rows.andWhere('(person.nameKey LIKE :q OR person.email LIKE :q)', { q: `%${folded(query.q)}%` });
    const [people, total] = await rows
      .orderBy(window.sort, window.order)
      .addOrderBy('person.id')
      .offset(window.skip)
      .limit(window.take)
      .getManyAndCount();
    return new Page(await this.views(people), total);
  }

  /** One person; 404 for who is not there and who is not theirs to help alike. */
  async one(actor: Actor, id: string): Promise<AccountDetailView> {
    const person = await this.entity(actor, id);
    const [view] = await this.views([person]);
    return {
      ...found(view),
      isSecondFactorRequired: await this.signIns.isFactorRequired(person.id),
      openSignIns: await this.signIns.countOpen(person.id),
      isHeldBack: await this.throttle.isSpent(limitsOf(person)),
    };
  }

  /** The row itself, for a use case; the same 404. */
  async entity(actor: Actor, id: string): Promise<PersonEntity> {
    return found(await this.visibleTo(actor).andWhere('person.id = :id', { id }).getOne());
  }

  private visibleTo(actor: Actor): SelectQueryBuilder<PersonEntity> {
    if (!isOffice(actor) && !actor.roles.includes('system-owner')) throw notFound();
    const rows = this.database
      .repo(PersonEntity)
      .createQueryBuilder('person')
      .where('person.mergedIntoId IS NULL AND person.erasedAt IS NULL')
      .setParameters({ staff: STAFF_ROLES });
    return isOffice(actor) ? rows : rows.andWhere(IS_STAFF);
  }

  private async views(people: readonly PersonEntity[]): Promise<AccountView[]> {
    if (people.length === 0) return [];
    const of = { personId: In(people.map(({ id }) => id)) };
    const accounts = await this.database
      .repo(AccountEntity)
      .find({ select: { personId: true, confirmedAt: true }, where: of });
    const apps = await this.database
      .repo(SecondFactorEntity)
      .find({ select: { personId: true }, where: { ...of, confirmedAt: Not(IsNull()) } });
    const grants = await this.database.repo(RoleGrantEntity).find({ where: of, order: { role: 'ASC' } });
    const last = await this.lastSignIns(people.map(({ id }) => id));
    const confirmed = new Map(accounts.map(({ personId, confirmedAt }) => [personId, confirmedAt !== null]));
    const enrolled = new Set(apps.map(({ personId }) => personId));
    const roles = new Map<string, Set<Role>>();
    for (const { personId, role } of grants) roles.set(personId, (roles.get(personId) ?? new Set()).add(role));
    return people.map(({ id, name, email }) => ({
      id,
      name,
      email,
      roles: [...(roles.get(id) ?? [])],
      hasAccount: confirmed.has(id),
      isAddressConfirmed: confirmed.get(id) ?? false,
      isSecondFactorOn: enrolled.has(id),
      lastSignInAt: last.get(id) ?? null,
    }));
  }

  private async lastSignIns(personIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database
      .repo(SignInEntity)
      .createQueryBuilder('entry')
      .select('entry.personId', 'personId')
      .addSelect('MAX(entry.startedAt)', 'at')
      .where('entry.personId IN (:...personIds)', { personIds })
      .groupBy('entry.personId')
      .getRawMany<{ personId: string; at: Date | string }>();
    return new Map(rows.map(({ personId, at }) => [personId, storedInstant(at).toISOString()]));
  }
}
