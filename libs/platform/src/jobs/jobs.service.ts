import { Logger } from '@nestjs/common';
import { type Database, isDuplicate } from '../database';
import { traceOf } from '../http/trace-of';
import { JobLeaseEntity } from './job-lease.entity';

export interface Job {
  name: string;
  everySeconds: number;
  /** May run twice without harm. */
  run: () => Promise<unknown>;
}

const LEASE_MS = 10 * 60_000;

/** Work that comes round: registered by the libraries, run by one process at a time. */
export class Jobs {
  private readonly logger = new Logger('Jobs');
  private readonly jobs = new Map<string, Job>();

  constructor(private readonly database: Database) {}

  register(job: Job): void {
    if (this.jobs.has(job.name)) throw new Error(`Two jobs are called ${job.name}.`);
    this.jobs.set(job.name, job);
  }

  get names(): string[] {
    return [...this.jobs.keys()];
  }

  /** Runs every job now, in the order of registering; for tests, for the demonstration's clock and for operators. */
  async runAll(): Promise<void> {
    for (const job of this.jobs.values()) await job.run();
  }

  /** Runs the jobs whose time has come and which nobody else is running. */
  async runDue(): Promise<void> {
    for (const job of this.jobs.values()) {
      if (!(await this.claim(job))) continue;
      try {
        await job.run();
      } catch (error) {
        this.logger.error(`job ${job.name} failed`, traceOf(error));
      } finally {
        await this.database.repo(JobLeaseEntity).update({ name: job.name }, { leaseUntil: new Date() });
      }
    }
  }

  private async claim(job: Job): Promise<boolean> {
    const leases = this.database.repo(JobLeaseEntity);
    const now = new Date();
    const lease = {
      leaseUntil: new Date(now.getTime() + LEASE_MS),
      nextRunAt: new Date(now.getTime() + job.everySeconds * 1000),
    };
    const claimed = await leases
      .createQueryBuilder()
      .update()
      .set(lease)
      .where('name = :name AND next_run_at <= :now AND lease_until <= :now', { name: job.name, now })
      .execute();
    if (claimed.affected) return true;
    if (await leases.existsBy({ name: job.name })) return false;
    return leases.insert({ name: job.name, ...lease }).then(
      () => true,
      (error: unknown) => {
        if (isDuplicate(error)) return false;
        throw error;
      },
    );
  }
}
