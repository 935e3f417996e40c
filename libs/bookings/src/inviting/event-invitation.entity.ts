import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { Id, Instant, Reference, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** A lead was asked to send somebody to an event that lacks their sector: once for each. */
@Entity('event_invitations')
@Index(['eventId', 'sector', 'personId'], { unique: true })
export class EventInvitationEntity {
  @Id()
  id: string;

  @Reference(() => EventEntity)
  eventId: string;

  @Index()
  @Reference(() => PersonEntity)
  personId: string;

  /** The sector that was invited, as it was named then. */
  @Words(100)
  sector: string;

  @Instant()
  invitedAt: Date;
}
