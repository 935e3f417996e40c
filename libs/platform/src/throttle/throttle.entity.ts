import { Entity, PrimaryColumn } from 'typeorm';
import { Instant, Whole } from '../database';

/** How often something was tried in the minute that ends at `until`; the key is a hash. */
@Entity('throttles')
export class ThrottleEntity {
  @PrimaryColumn('varchar', { length: 64 })
  key: string;

  @Whole()
  count: number;

  @Instant()
  until: Date;
}
