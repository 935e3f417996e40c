import { Id, Instant, LongText, Whole, Words } from '@roundtable/platform';
import { Entity } from 'typeorm';

/** A place where people meet. */
@Entity('venues')
export class VenueEntity {
  @Id()
  id: string;

  @Words(190)
  name: string;

  @Words(190, { unique: true })
  nameKey: string;

  @LongText({ nullable: true })
  address: string | null;

  @Words(500, { nullable: true })
  mapUrl: string | null;

  /** Step-free access, hearing loop, parking. */
  @LongText({ nullable: true })
  accessNotes: string | null;

  /** How many people the room may hold, trainers and supporters included. */
  @Whole({ nullable: true })
  safeLimit: number | null;

  /** An archived venue is not offered for new events; events that are there keep it. */
  @Instant({ nullable: true })
  archivedAt: Date | null;

  @Instant()
  createdAt: Date;
}
