import { Id, Instant, Json, Words, YesNo } from '@roundtable/platform';
import { Entity } from 'typeorm';
import type { PeopleTables } from './people-rules';

/** How many people attended in one year, made once and told alike ever after. Nobody can be told from it. */
@Entity('released_people')
export class ReleasedPeopleEntity {
  @Id()
  id: string;

  @Words(7, { unique: true })
  year: string;

  /** Null where the year has too few people to tell of any. */
  @Json({ nullable: true })
  content: PeopleTables | null;

  @YesNo()
  isDemonstration: boolean;

  @Instant()
  releasedAt: Date;
}
