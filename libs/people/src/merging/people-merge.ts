import { Injectable } from '@nestjs/common';
import type { MergeConflict } from '@roundtable/contracts';
import { Database, type MergeParts, type MergeReach } from '@roundtable/platform';
import { In } from 'typeorm';
import { MembershipEntity } from '../membership.entity';
import { RegistrationEntity } from '../registration/registration.entity';
import { RoleGrantEntity } from '../role-grant.entity';
import { AccountsMerge } from './accounts-merge';

/** The column by which a row names what is merged. */
type Side = 'agencyId' | 'personId';

/** Rows that move, and rows that stand in the way of one another. */
interface Plan<Row> {
  moving: Row[];
  clashes: { moved: Row; kept: Row }[];
}

/** Merging reaches memberships and roles, and of people also what they sign in with and were written to. */
@Injectable()
export class PeopleMerge implements MergeReach {
  readonly name = 'people';
  readonly position = 80;
  readonly covers = [
    'memberships.person_id',
    'memberships.agency_id',
    'role_grants.person_id',
    'role_grants.agency_id',
    'registrations.agency_id',
    ...this.accounts.covers,
  ];

  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsMerge,
  ) {}

  async previewAgency(fromId: string, intoId: string): Promise<MergeParts> {
    return partsOf(await this.memberships('agencyId', fromId, intoId), await this.grants('agencyId', fromId, intoId));
  }

  async mergeAgency(fromId: string, intoId: string): Promise<MergeParts> {
    await this.database.repo(RegistrationEntity).update({ agencyId: fromId }, { agencyId: intoId });
    return this.move('agencyId', fromId, intoId);
  }

  async previewPerson(fromId: string, intoId: string): Promise<MergeParts> {
    const own = partsOf(
      await this.memberships('personId', fromId, intoId),
      await this.grants('personId', fromId, intoId),
    );
    return joined(own, await this.accounts.preview(fromId, intoId));
  }

  async mergePerson(fromId: string, intoId: string): Promise<MergeParts> {
    return joined(await this.move('personId', fromId, intoId), await this.accounts.merge(fromId, intoId));
  }

  private async move(side: Side, fromId: string, intoId: string): Promise<MergeParts> {
    const memberships = await this.memberships(side, fromId, intoId);
    const grants = await this.grants(side, fromId, intoId);
    await this.moveMemberships(side, intoId, memberships);
    await this.moveGrants(side, intoId, grants);
    return partsOf(memberships, grants);
  }

  /** Two current memberships of one person in one agency become one, from the earlier day. */
  private async memberships(side: Side, fromId: string, intoId: string): Promise<Plan<MembershipEntity>> {
    const rows = await this.database
      .repo(MembershipEntity)
      .find({ where: { [side]: In([fromId, intoId]) }, order: { since: 'ASC', id: 'ASC' } });
    const other = side === 'agencyId' ? 'personId' : 'agencyId';
    const own = new Map(
      rows.filter((row) => row[side] === intoId && row.until === null).map((row) => [row[other], row]),
    );
    const plan: Plan<MembershipEntity> = { moving: [], clashes: [] };
    for (const moved of rows.filter((row) => row[side] === fromId)) {
      const kept = moved.until === null ? own.get(moved[other]) : undefined;
      if (kept) plan.clashes.push({ moved, kept });
      else plan.moving.push(moved);
      if (!kept && moved.until === null) own.set(moved[other], moved);
    }
    return plan;
  }

  private async grants(side: Side, fromId: string, intoId: string): Promise<Plan<RoleGrantEntity>> {
    const rows = await this.database.repo(RoleGrantEntity).findBy({ [side]: In([fromId, intoId]) });
    const own = new Map(rows.filter((row) => row[side] === intoId).map((row) => [row.uniqueKey, row]));
    const plan: Plan<RoleGrantEntity> = { moving: [], clashes: [] };
    for (const moved of rows.filter((row) => row[side] === fromId)) {
      const kept = own.get(RoleGrantEntity.keyOf({ ...moved, [side]: intoId }));
      if (kept) plan.clashes.push({ moved, kept });
      else plan.moving.push(moved);
    }
    return plan;
  }

  private async moveMemberships(side: Side, intoId: string, plan: Plan<MembershipEntity>): Promise<void> {
    const memberships = this.database.repo(MembershipEntity);
    for (const { moved, kept } of plan.clashes) {
      await memberships.delete({ id: moved.id });
      if (moved.since < kept.since) await memberships.update({ id: kept.id }, { since: moved.since });
      if (moved.typedName === null) await memberships.update({ id: kept.id }, { typedName: null, typedEmail: null });
    }
    for (const row of plan.moving) {
      Object.assign(row, { [side]: intoId });
      const currentKey = row.until === null ? MembershipEntity.keyOf(row.personId, row.agencyId) : null;
      await memberships.update({ id: row.id }, { personId: row.personId, agencyId: row.agencyId, currentKey });
    }
  }

  private async moveGrants(side: Side, intoId: string, plan: Plan<RoleGrantEntity>): Promise<void> {
    const grants = this.database.repo(RoleGrantEntity);
    if (plan.clashes.length) await grants.delete({ id: In(plan.clashes.map(({ moved }) => moved.id)) });
    for (const row of plan.moving) {
      Object.assign(row, { [side]: intoId });
      const { personId, agencyId } = row;
      await grants.update({ id: row.id }, { personId, agencyId, uniqueKey: RoleGrantEntity.keyOf(row) });
    }
  }
}

function partsOf(memberships: Plan<MembershipEntity>, grants: Plan<RoleGrantEntity>): MergeParts {
  return {
    moves: { memberships: memberships.moving.length, grants: grants.moving.length },
    conflicts: [
      ...memberships.clashes.map(conflictOf('membership', 'Both are current, so they become one from the earlier day')),
      ...grants.clashes.map(conflictOf('grant', 'This role is held already')),
    ],
  };
}

function conflictOf(kind: string, why: string) {
  return ({ moved, kept }: { moved: { id: string }; kept: { id: string } }): MergeConflict => ({
    kind,
    keptId: kept.id,
    endedId: moved.id,
    why,
  });
}

function joined(one: MergeParts, other: MergeParts): MergeParts {
  return { moves: { ...one.moves, ...other.moves }, conflicts: [...one.conflicts, ...other.conflicts] };
}
