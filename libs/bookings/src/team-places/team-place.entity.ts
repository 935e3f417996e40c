import { AgencyEntity } from '@roundtable/agencies';
import { EventEntity } from '@roundtable/events';
import { Id, Instant, LooseReference, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** Places that an agency holds without names until a date. Naming somebody makes a booking and takes one away. */
@Entity('team_places')
@Index(['eventId', 'releasedAt'])
export class TeamPlaceEntity {
  @Id()
  id: string;

  @Reference(() => EventEntity)
  eventId: string;

  @Index()
  @Reference(() => AgencyEntity)
  agencyId: string;

  /** The agency's sector as it was when the places were held. */
  @Words(100)
  sector: string;

  /** How many are still without a name. */
  @Whole()
  places: number;

  @Instant()
  heldUntil: Date;

  @LooseReference({ nullable: true })
  heldById: string | null;

  @Instant()
  heldAt: Date;

  /** When the places went back, or the last of them got a name. */
  @Instant({ nullable: true })
  releasedAt: Date | null;

  @Words(300, { nullable: true })
  passReason: string | null;
}
