import { Instant } from '@roundtable/platform';
import { Entity, PrimaryColumn } from 'typeorm';

/** That somebody was erased, so that it can be done again after a backup was restored. Holds no id, only its hash. */
@Entity('erasures')
export class ErasureEntity {
  @PrimaryColumn('varchar', { length: 64 })
  personHash: string;

  @Instant()
  at: Date;
}
