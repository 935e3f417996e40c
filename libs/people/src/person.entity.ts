import type { Area } from '@roundtable/contracts';
import { Id, Instant, Reference, Words, YesNo } from '@roundtable/platform';
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

  /** The person that this one turned out to be; the row stays as a pointer and is in no list. */
  @Index()
  @Reference(() => PersonEntity, { nullable: true })
  mergedIntoId: string | null;

  /** When the name and everything else that tells who it was went; the row stays for the figures and is in no list. */
  @Instant({ nullable: true })
  erasedAt: Date | null;

  @YesNo()
  isDemonstration: boolean;

  @Instant()
  createdAt: Date;
}
