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

  @Instant()
  since: Date;

  @Instant({ nullable: true })
  until: Date | null;
}
