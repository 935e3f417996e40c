import { Injectable } from '@nestjs/common';
import type { Role } from '@roundtable/contracts';
import { type Actor, Database } from '@roundtable/platform';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { ApiTokenEntity } from './api-token.entity';
import { MembershipEntity } from './membership.entity';
import { PersonEntity } from './person.entity';
import { RoleGrantEntity } from './role-grant.entity';
import { SignInEntity } from './sign-in.entity';

/** A sign-in ends after this time without a request, and after the longer one in any case. */
const IDLE_MS = 4 * 3600_000;
const ABSOLUTE_MS = 14 * 3600_000;
const SEEN_EVERY_MS = 5 * 60_000;

interface ActorRow {
  keyId: string;
  lastSeenAt: Date | string | null;
  personId: string;
  name: string;
  email: string | null;
  role: Role | null;
  leadAgencyId: string | null;
  agencyId: string | null;
}

/** Finds out who a cookie or a token belongs to, in one query. */
@Injectable()
export class ActorQueries {
  constructor(private readonly database: Database) {}

  async bySignIn(tokenHash: string): Promise<Actor | null> {
    const now = Date.now();
    const rows = await this.people(this.database.repo(SignInEntity).createQueryBuilder('entry'))
      .addSelect('entry.lastSeenAt', 'lastSeenAt')
      .where('entry.tokenHash = :tokenHash AND entry.endedAt IS NULL', { tokenHash })
      .andWhere('entry.lastSeenAt > :idle AND entry.startedAt > :absolute', {
        idle: new Date(now - IDLE_MS),
        absolute: new Date(now - ABSOLUTE_MS),
      })
      .getRawMany<ActorRow>();
    const actor = actorOf(rows, 'session');
    if (actor?.signInId && isOlder(rows[0]?.lastSeenAt, now - SEEN_EVERY_MS))
      await this.database.repo(SignInEntity).update({ id: actor.signInId }, { lastSeenAt: new Date(now) });
    return actor;
  }

  async byToken(tokenHash: string): Promise<Actor | null> {
    const rows = await this.people(this.database.repo(ApiTokenEntity).createQueryBuilder('entry'))
      .where('entry.tokenHash = :tokenHash AND entry.revokedAt IS NULL', { tokenHash })
      .getRawMany<ActorRow>();
    return actorOf(rows, 'token');
  }

  private people<Key extends ObjectLiteral>(keys: SelectQueryBuilder<Key>): SelectQueryBuilder<Key> {
    return keys
      .innerJoin(PersonEntity, 'person', 'person.id = entry.personId')
      .leftJoin(RoleGrantEntity, 'held', 'held.personId = person.id')
      .leftJoin(MembershipEntity, 'membership', 'membership.personId = person.id AND membership.until IS NULL')
      .select(['entry.id AS keyId', 'person.id AS personId', 'person.name AS name', 'person.email AS email'])
      .addSelect(['held.role AS role', 'held.agencyId AS leadAgencyId', 'membership.agencyId AS agencyId'])
      .orderBy('membership.since', 'DESC');
  }
}

/** SQLite answers an instant as text, MySQL as a Date. */
function isOlder(moment: Date | string | null | undefined, than: number): boolean {
  if (!moment) return false;
  return (moment instanceof Date ? moment : new Date(`${moment.replace(' ', 'T')}Z`)).getTime() < than;
}

function actorOf(rows: ActorRow[], via: 'session' | 'token'): Actor | null {
  const first = rows[0];
  if (!first) return null;
  const roles = new Set(rows.map((row) => row.role).filter((role): role is Role => role !== null));
  const leads = rows.filter((row) => row.role === 'agency-lead').map((row) => row.leadAgencyId);
  return {
    personId: first.personId,
    name: first.name,
    email: first.email ?? '',
    roles: roles.size ? [...roles] : ['practitioner'],
    leadAgencyIds: [...new Set(leads.filter((id): id is string => id !== null))],
    agencyId: first.agencyId,
    via,
    signInId: via === 'session' ? first.keyId : null,
  };
}
