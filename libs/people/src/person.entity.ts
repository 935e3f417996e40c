import type { Area } from '@roundtable/contracts';
import { Id, Instant, Words, YesNo } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** A practitioner, with or without an account. */
@Entity('people')
export class PersonEntity {
  @Id()
  id: string;

  @Words(200)
  name: string;

  @Index()
  @Words(200)
  nameKey: string;

  /** Normalised; empty for somebody without e-mail. */
  @Words(254, { nullable: true, unique: true })
  email: string | null;

  @Words(10, { nullable: true })
  area: Area | null;

  @YesNo()
  isDemonstration: boolean;

  @Instant()
  createdAt: Date;
}
