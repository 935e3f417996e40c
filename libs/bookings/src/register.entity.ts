import { EventEntity } from '@roundtable/events';
import { Id, Instant, LooseReference, Reference } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** The register of an event, once it is closed. */
@Entity('registers')
export class RegisterEntity {
  @Id()
  id: string;

  @Index({ unique: true })
  @Reference(() => EventEntity)
  eventId: string;

  @Instant()
  closedAt: Date;

  @LooseReference({ nullable: true })
  closedById: string | null;
}
