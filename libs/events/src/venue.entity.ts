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

  /** How many people the room may hold, trainers and supporters included. */
  @Whole({ nullable: true })
  safeLimit: number | null;

  @Instant()
  createdAt: Date;
}
