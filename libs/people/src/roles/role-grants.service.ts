import { AgenciesService, AgencyGroupEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { NewRoleGrant, RoleGrantView } from '@roundtable/contracts';
import { type Actor, Audit, Clock, Database, Problem, found, invalid, isDuplicate, newId } from '@roundtable/platform';
import { PersonEntity } from '../person.entity';
import { RoleGrantEntity } from '../role-grant.entity';
import { SignIns } from '../sign-in/sign-ins.service';
import { RoleGrantQueries } from './role-grants.queries';
import { mayGrant, scopeProblems } from './role-rules';

/** Giving roles and taking them back. */
@Injectable()
export class RoleGrantsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly agencies: AgenciesService,
    private readonly queries: RoleGrantQueries,
    private readonly signIns: SignIns,
  ) {}

  /**
   * Gives somebody a role; given twice, it is held once. Refuses a role that is not the actor's to give, oneself, and a
   * lead without exactly one agency or group.
   */
  async grant(actor: Actor, wanted: NewRoleGrant): Promise<RoleGrantView> {
    this.refuse(actor, wanted);
    const problems = scopeProblems(wanted);
    if (Object.keys(problems).length) throw invalid(problems);
    const id = await this.database
      .transaction(() => this.write(actor, wanted))
      .catch((error: unknown) => {
        // Two gave the same role at once: whose came first counts.
        if (isDuplicate(error)) return null;
        throw error;
      });
    if (id) return this.queries.one(actor, id);
    const uniqueKey = RoleGrantEntity.keyOf(await this.columnsOf(wanted));
    return this.queries.one(actor, found(await this.database.repo(RoleGrantEntity).findOneBy({ uniqueKey })).id);
  }

  /** Takes a role back. Refuses as `grant`. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const grant = found(await this.database.repo(RoleGrantEntity).findOneBy({ id }));
      this.refuse(actor, grant);
      await this.database.repo(RoleGrantEntity).delete({ id });
      const { role, agencyId, groupId } = grant;
      await this.audit.record(actor, {
        action: 'role.withdraw',
        subjectKind: 'person',
        subjectId: grant.personId,
        before: { role, agencyId, groupId },
      });
    });
  }

  private refuse(actor: Actor, grant: Pick<RoleGrantEntity, 'personId' | 'role'>): void {
    if (!mayGrant(actor, grant.role)) throw new Problem('roles.not-yours');
    if (grant.personId === actor.personId) throw new Problem('roles.own');
  }

  private async write(actor: Actor, wanted: NewRoleGrant): Promise<string> {
    const columns = await this.columnsOf(wanted);
    const grants = this.database.repo(RoleGrantEntity);
    const uniqueKey = RoleGrantEntity.keyOf(columns);
    const there = await grants.findOneBy({ uniqueKey });
    if (there) return there.id;
    const id = newId();
    const reason = wanted.reason?.trim() || null;
    await grants.insert({ id, ...columns, uniqueKey, grantedAt: this.clock.now(), reason });
    const { personId, ...after } = columns;
    await this.signIns.endUnenrolled(columns.personId);
    await this.audit.record(actor, { action: 'role.grant', subjectKind: 'person', subjectId: personId, after, reason });
    return id;
  }

  private async columnsOf(
    wanted: NewRoleGrant,
  ): Promise<Pick<RoleGrantEntity, 'personId' | 'role' | 'agencyId' | 'groupId'>> {
    const person = await this.database.repo(PersonEntity).findOneBy({ id: wanted.personId });
    if (!person || person.mergedIntoId !== null) throw invalid({ personId: 'There is no person with this id' });
    const agency = wanted.agencyId === undefined ? null : await this.agencies.byId(wanted.agencyId);
    if (wanted.agencyId !== undefined && !agency) throw invalid({ agencyId: 'There is no agency with this id' });
    if (wanted.groupId !== undefined && !(await this.database.repo(AgencyGroupEntity).existsBy({ id: wanted.groupId })))
      throw invalid({ groupId: 'There is no group with this id' });
    return { personId: person.id, role: wanted.role, agencyId: agency?.id ?? null, groupId: wanted.groupId ?? null };
  }
}
