import { AgencyEntity, SectorEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { Permission, Role } from '@roundtable/contracts';
import { type Actor, Database, storedInstant } from '@roundtable/platform';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { ApiTokenEntity } from '../api-token.entity';
import { MembershipEntity } from '../membership.entity';
import { PersonEntity } from '../person.entity';
import { RoleGrantEntity } from '../role-grant.entity';
import { SignInEntity } from './sign-in.entity';
import { SignInTimesService } from './sign-in-times.service';

const SEEN_EVERY_MS = 5 * 60_000;
/** When a token was last used is kept by the hour. */
const USED_EVERY_MS = 3600_000;

interface ActorRow {
  keyId: string;
  lastSeenAt: Date | string | null;
  limitedTo?: string | null;
  scope?: Permission[] | string | null;
  personId: string;
  name: string;
  email: string | null;
  role: Role | null;
  leadAgencyId: string | null;
  agencyId: string | null;
  agencyFeeType: string | null;
  agencySector: string | null;
}

/** Finds out who a cookie or a token belongs to, in one query. */
@Injectable()
export class ActorQueries {
  constructor(
    private readonly database: Database,
    private readonly times: SignInTimesService,
  ) {}

  async bySignIn(tokenHash: string): Promise<Actor | null> {
    const { idleMs, absoluteMs } = await this.times.read();
    const now = Date.now();
    const rows = await this.people(this.database.repo(SignInEntity).createQueryBuilder('entry'))
      .addSelect(['entry.lastSeenAt AS lastSeenAt', 'entry.limitedTo AS limitedTo'])
      .where('entry.tokenHash = :tokenHash AND entry.endedAt IS NULL', { tokenHash })
      .andWhere('entry.lastSeenAt > :idle AND entry.startedAt > :absolute', {
        idle: new Date(now - idleMs),
        absolute: new Date(now - absoluteMs),
      })
      .getRawMany<ActorRow>();
    const actor = actorOf(rows, 'session');
    if (actor?.signInId && isOlder(rows[0]?.lastSeenAt, now - SEEN_EVERY_MS))
      await this.database.repo(SignInEntity).update({ id: actor.signInId }, { lastSeenAt: new Date(now) });
    return actor;
  }

  async byToken(tokenHash: string): Promise<Actor | null> {
    const now = new Date();
    const rows = await this.people(this.database.repo(ApiTokenEntity).createQueryBuilder('entry'))
      .addSelect(['entry.scope AS scope', 'entry.lastUsedAt AS lastSeenAt'])
      .where('entry.tokenHash = :tokenHash AND entry.revokedAt IS NULL', { tokenHash })
      .andWhere('(entry.expiresAt IS NULL OR entry.expiresAt > :now)', { now })
      .getRawMany<ActorRow>();
    const first = rows[0];
    if (first && (!first.lastSeenAt || isOlder(first.lastSeenAt, now.getTime() - USED_EVERY_MS)))
      await this.database.repo(ApiTokenEntity).update({ id: first.keyId }, { lastUsedAt: now });
    return actorOf(rows, 'token');
  }

  private people<Key extends ObjectLiteral>(keys: SelectQueryBuilder<Key>): SelectQueryBuilder<Key> {
    return (
      keys
        .innerJoin(PersonEntity, 'person', 'person.id = entry.personId')
        .leftJoin(RoleGrantEntity, 'held', 'held.personId = person.id')
        .leftJoin(AgencyEntity, 'led', 'led.groupId = held.groupId AND led.mergedIntoId IS NULL')
        .leftJoin(MembershipEntity, 'membership', 'membership.personId = person.id AND membership.until IS NULL')
        .leftJoin(AgencyEntity, 'employer', 'employer.id = membership.agencyId')
        .leftJoin(SectorEntity, 'sector', 'sector.id = employer.sectorId')
        .select(['entry.id AS keyId', 'person.id AS personId', 'person.name AS name', 'person.email AS email'])
        .addSelect(['held.role AS role', 'membership.agencyId AS agencyId'])
        .addSelect(['employer.feeType AS agencyFeeType', 'sector.name AS agencySector'])
        // A lead of a group leads all its agencies.
        .addSelect('COALESCE(held.agencyId, led.id)', 'leadAgencyId')
        .orderBy('membership.since', 'DESC')
    );
  }
}

function isOlder(moment: Date | string | null | undefined, than: number): boolean {
  if (!moment) return false;
  return storedInstant(moment).getTime() < than;
}

function actorOf(rows: ActorRow[], via: 'session' | 'token'): Actor | null {
  const first = rows[0];
  if (!first) return null;
  const roles = new Set(rows.map((row) => row.role).filter((role): role is Role => role !== null));
  const isLimited = Boolean(first.limitedTo);
  const leads = rows.filter((row) => row.role === 'agency-lead').map((row) => row.leadAgencyId);
  return {
    personId: first.personId,
    name: first.name,
    email: first.email ?? '',
    roles: isLimited ? [] : roles.size ? [...roles] : ['practitioner'],
    leadAgencyIds: isLimited ? [] : [...new Set(leads.filter((id): id is string => id !== null))],
    agencyId: first.agencyId,
    ...(first.agencyFeeType !== null &&
      first.agencySector !== null && {
        agency: { feeType: first.agencyFeeType, sector: first.agencySector },
      }),
    via,
    signInId: via === 'session' ? first.keyId : null,
    scope: scopeOf(first.scope),
    ...(isLimited && { mustEnrol: true as const }),
  };
}

/** SQLite and MariaDB answer JSON as text, MySQL as what it says. */
function scopeOf(scope: ActorRow['scope']): Permission[] | null {
  return typeof scope === 'string' ? (JSON.parse(scope) as Permission[] | null) : (scope ?? null);
}
