import { AgencyEntity, AgencyGroupEntity } from '@roundtable/agencies';
import type { Role } from '@roundtable/contracts';
import { Id, Instant, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { PersonEntity } from './person.entity';

/** A role that a person holds; an agency lead's is for one agency, or for all of a group. */
@Entity('role_grants')
export class RoleGrantEntity {
  @Id()
  id: string;

  @Index()
  @Reference(() => PersonEntity)
  personId: string;

  @Words(30)
  role: Role;

  @Reference(() => AgencyEntity, { nullable: true })
  agencyId: string | null;

  @Reference(() => AgencyGroupEntity, { nullable: true })
  groupId: string | null;

  /** Person, role and agency or group: the same grant is never made twice. */
  @Words(120, { unique: true })
  uniqueKey: string;

  @Instant()
  grantedAt: Date;

  /** Why it was given, in the words of whoever gave it. */
  @Words(300, { nullable: true })
  reason: string | null;

  static keyOf(grant: Pick<RoleGrantEntity, 'personId' | 'role' | 'agencyId' | 'groupId'>): string {
    return [grant.personId, grant.role, grant.agencyId ?? grant.groupId ?? ''].join('|');
  }
}
