import { AgencyDomains, AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { ApproverView, MembershipView, PractitionerDetailView, PractitionerView } from '@roundtable/contracts';
import {
  type Actor,
  BouncedAddresses,
  Database,
  Page,
  folded,
  found,
  isOffice,
  londonDate,
  windowOf,
} from '@roundtable/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { AccountEntity } from './account.entity';
import { MembershipEntity } from './membership.entity';
import { isOnAgencyDomain } from './memberships/approver-rules';
import type { PractitionerListQuery } from './person.dto';
import { PersonEntity } from './person.entity';

const SORTS = { name: 'person.nameKey', email: 'person.email', agencyName: 'agency.nameKey', id: 'person.id' };
/** By what a lead typed where somebody has not said yet that they work there: neither order nor search tells more. */
const SORTS_OF_LEADS = {
  ...SORTS,
  name: 'COALESCE(LOWER(membership.typedName), person.nameKey)',
  email: 'COALESCE(membership.typedEmail, person.email)',
};
const MATCHES = '(person.nameKey LIKE :q OR person.email LIKE :q)';
const MATCHES_FOR_LEADS = `((membership.typedName IS NULL AND ${MATCHES}) OR LOWER(membership.typedName) LIKE :q OR membership.typedEmail LIKE :q)`;

type PersonRow = Omit<PractitionerView, 'isUnconfirmed'> & { typedName: string | null; typedEmail: string | null };

@Injectable()
export class PeopleQueries {
  constructor(
    private readonly database: Database,
    private readonly domains: AgencyDomains,
    private readonly bounced: BouncedAddresses,
  ) {}

  /**
   * People by name, without those that were merged into another or erased: all for the office, current members of their own
   * agencies for leads. Of several memberships the one made last is shown, of those that the actor may see.
   */
  async list(actor: Actor, query: PractitionerListQuery): Promise<Page<PractitionerView>> {
    const window = windowOf(query, isOffice(actor) ? SORTS : SORTS_OF_LEADS, { sort: 'name', order: 'ASC' });
    const rows = this.visibleTo(actor, query.agencyId);
    if (query.agencyId) rows.andWhere('membership.agencyId = :agencyId', { agencyId: query.agencyId });
    if (query.id) rows.andWhere('person.id IN (:...ids)', { ids: query.id });
    if (query.q) rows.andWhere(isOffice(actor) ? MATCHES : MATCHES_FOR_LEADS, { q: `%${folded(query.q)}%` });
    const total = await rows.getCount();
    const views = await this.views(
      actor,
      rows.orderBy(window.sort, window.order).addOrderBy('person.id').offset(window.skip).limit(window.take),
    );
    return new Page(views, total);
  }

  /**
   * One person with memberships; for an id that was merged into another, that other. A lead sees memberships of their
   * own agencies alone. 404 for what is not there and not theirs alike.
   */
  async one(actor: Actor, id: string): Promise<PractitionerDetailView> {
    const { id: personId, area } = await this.entity(actor, id);
    const [view] = await this.views(actor, this.visibleTo(actor).andWhere('person.id = :personId', { personId }));
    const rows = this.database
      .repo(MembershipEntity)
      .createQueryBuilder('membership')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = membership.agencyId')
      .addSelect('agency.name', 'agencyName')
      .where('membership.personId = :personId', { personId })
      .orderBy('membership.since', 'ASC')
      .addOrderBy('membership.id', 'ASC');
    if (!isOffice(actor)) rows.andWhere('membership.agencyId IN (:...own)', { own: ['', ...actor.leadAgencyIds] });
    const { entities, raw } = await rows.getRawAndEntities<{ agencyName: string }>();
    const views = entities.map((membership, index) => membershipView(membership, raw[index]?.agencyName ?? ''));
    if (!isOffice(actor))
      return { ...found(view), area: view?.isUnconfirmed ? null : area, bouncedAddress: null, memberships: views };
    const { email } = found(view);
    const approvers = await this.approversOf(entities, email);
    const mark = email === null ? null : await this.bounced.of(email);
    return {
      ...found(view),
      area,
      bouncedAddress: mark && { since: mark.markedAt.toISOString(), said: mark.said },
      memberships: views.map((membership) => ({ ...membership, approver: approvers.get(membership.id) ?? null })),
    };
  }

  /** Who approves for each membership, and whether that can be believed, by the membership's id. */
  private async approversOf(
    memberships: readonly MembershipEntity[],
    ownEmail: string | null,
  ): Promise<Map<string, ApproverView>> {
    const named = memberships.filter(({ managerEmail }) => managerEmail !== null);
    if (named.length === 0) return new Map();
    const emails = named.map(({ managerEmail }) => managerEmail ?? '');
    const withAccount = await this.database
      .repo(PersonEntity)
      .createQueryBuilder('person')
      .innerJoin(AccountEntity, 'account', 'account.personId = person.id AND account.confirmedAt IS NOT NULL')
      .where('person.email IN (:...emails) AND person.email <> :own', { emails, own: ownEmail ?? '' })
      .getMany();
    const known = new Set(withAccount.map(({ email }) => email));
    const domains = await this.domains.of(named.map(({ agencyId }) => agencyId));
    return new Map(
      named.map(({ id, agencyId, managerName, managerEmail }) => {
        const email = managerEmail ?? '';
        const isVerified = known.has(email) || isOnAgencyDomain(email, domains.get(agencyId) ?? [], ownEmail);
        return [id, { name: managerName ?? email, email, isVerified }];
      }),
    );
  }

  /** The row itself, for a use case; the same 404. */
  async entity(actor: Actor, id: string): Promise<PersonEntity> {
    const asked = found(await this.database.repo(PersonEntity).findOneBy({ id }));
    const personId = asked.mergedIntoId ?? asked.id;
    return found(await this.visibleTo(actor).select('person').andWhere('person.id = :personId', { personId }).getOne());
  }

  /** People with the membership that is shown with them: the one made last, of this agency or of those that may be seen. */
  private visibleTo(actor: Actor, agencyId?: string): SelectQueryBuilder<PersonEntity> {
    const isAll = isOffice(actor);
    const shown = [
      ...(isAll ? [] : ['latest.agency_id IN (:...own)']),
      ...(agencyId ? ['latest.agency_id = :shownAgencyId'] : []),
    ];
    const latest = (...more: string[]) =>
      `SELECT MAX(latest.id) FROM memberships latest WHERE ${['latest.person_id = person.id', 'latest.until IS NULL', ...shown, ...more].join(' AND ')}`;
    // Who confirmed one agency of a lead is shown as they are, whatever other one they were added to.
    const theOne = isAll ? `(${latest()})` : `COALESCE((${latest('latest.typed_name IS NULL')}), (${latest()}))`;
    const rows = this.database
      .repo(PersonEntity)
      .createQueryBuilder('person')
      .leftJoin(
        MembershipEntity,
        'membership',
        `membership.personId = person.id AND membership.until IS NULL AND membership.id = ${theOne}`,
      )
      .leftJoin(AgencyEntity, 'agency', 'agency.id = membership.agencyId')
      .where('person.mergedIntoId IS NULL AND person.erasedAt IS NULL')
      .setParameters({ own: ['', ...actor.leadAgencyIds], shownAgencyId: agencyId });
    return isAll ? rows : rows.andWhere('membership.id IS NOT NULL');
  }

  private async views(actor: Actor, rows: SelectQueryBuilder<PersonEntity>): Promise<PractitionerView[]> {
    const found = await rows
      .select(['person.id AS id', 'person.name AS name', 'person.email AS email'])
      .addSelect(['agency.id AS agencyId', 'agency.name AS agencyName', 'membership.jobRole AS jobRole'])
      .addSelect(['membership.typedName AS typedName', 'membership.typedEmail AS typedEmail'])
      .getRawMany<PersonRow>();
    return found.map(({ typedName, typedEmail, ...row }) => {
      const isTyped = typedName !== null && !isOffice(actor);
      return {
        id: row.id,
        name: isTyped ? typedName : row.name,
        email: isTyped ? typedEmail : row.email,
        agencyId: row.agencyId,
        agencyName: row.agencyName,
        jobRole: row.jobRole,
        isUnconfirmed: typedName !== null,
      };
    });
  }
}

function membershipView(membership: MembershipEntity, agencyName: string): MembershipView {
  return {
    id: membership.id,
    agencyId: membership.agencyId,
    agencyName,
    jobRole: membership.jobRole,
    since: londonDate(membership.since),
    until: membership.until ? londonDate(membership.until) : null,
  };
}
