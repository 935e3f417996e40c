import { Entity, PrimaryColumn } from 'typeorm';
import { Instant } from '../database';

/** Which job ran when, and until when somebody is running it. Real time. */
@Entity('job_leases')
export class JobLeaseEntity {
  @PrimaryColumn('varchar', { length: 60 })
  name: string;

  @Instant()
  leaseUntil: Date;

  @Instant()
  nextRunAt: Date;
}
