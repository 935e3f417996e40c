import { AgencyEntity } from '@roundtable/agencies';
import { Id, Instant, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { PersonEntity } from './person.entity';

/** A person's work for an agency, from a day until a day. */
@Entity('memberships')
@Index(['personId', 'until'])
export class MembershipEntity {
  @Id()
  id: string;

  @Reference(() => PersonEntity)
  personId: string;

  @Index()
  @Reference(() => AgencyEntity)
  agencyId: string;

  @Words(120, { nullable: true })
  jobRole: string | null;

  /** Who approves this person's bookings, where the agency lets a manager do so. */
  @Words(200, { nullable: true })
  managerName: string | null;

  @Words(254, { nullable: true })
  managerEmail: string | null;

  @Instant()
  since: Date;

  @Instant({ nullable: true })
  until: Date | null;

  /**
   * What a lead called somebody who was known already. Until that person says that it is right, this is the name that
   * leads of the agency see, and nothing else is.
   */
  @Words(200, { nullable: true })
  typedName: string | null;

  /** The address by which that lead added them; empty where `typedName` is. */
  @Words(254, { nullable: true })
  typedEmail: string | null;

  /** Person and agency while it lasts: the schema allows one. Empty once ended. */
  @Words(80, { nullable: true, unique: true })
  currentKey: string | null;

  static keyOf(personId: string, agencyId: string): string {
    return `${personId}|${agencyId}`;
  }
}
