import { In } from 'typeorm';
import type { Database } from '../database';
import { hashOf } from '../links/links.service';
import { Problem } from '../http/problem';
import { ThrottleEntity } from './throttle.entity';

const WINDOW_MS = 60_000;
const minuteNow = (now = Date.now()) => Math.floor(now / WINDOW_MS);
const keyOf = (what: string, minute = minuteNow()) => hashOf(`${what} ${minute}`);

/** Counts tries per minute, in the database, so that every copy of the server counts together. Never locks out for good. */
export class Throttle {
  constructor(private readonly database: Database) {}

  /** Counts one try; refuses with `request.too-often` past the limit in this minute. Real time, not the demonstration's. */
  async count(what: string, limit: number): Promise<void> {
    if (!(await this.isWithin(what, limit))) throw new Problem('request.too-often');
  }

  /** Counts one try, and answers whether it is within the limit of this minute. */
  async isWithin(what: string, limit: number, now = Date.now()): Promise<boolean> {
    const minute = minuteNow(now);
    const key = keyOf(what, minute);
    const tries = await this.database.transaction(async () => {
      const throttles = this.database.repo(ThrottleEntity);
      const done = await throttles.increment({ key }, 'count', 1);
      if (!done.affected)
        await throttles
          .insert({ key, count: 1, until: new Date((minute + 1) * WINDOW_MS) })
          .catch(() => throttles.increment({ key }, 'count', 1));
      return (await throttles.findOneByOrFail({ key })).count;
    });
    return tries <= limit;
  }

  /** Whether the next try of any of these would be refused in this minute. */
  async isSpent(limits: readonly { what: string; limit: number }[]): Promise<boolean> {
    const most = new Map(limits.map(({ what, limit }) => [keyOf(what), limit]));
    const rows = await this.database.repo(ThrottleEntity).findBy({ key: In([...most.keys()]) });
    return rows.some(({ key, count }) => count >= (most.get(key) ?? Infinity));
  }

  /** Forgets the tries of this minute. */
  async clear(whats: readonly string[]): Promise<void> {
    await this.database.repo(ThrottleEntity).delete({ key: In(whats.map((what) => keyOf(what))) });
  }

  async forgetOld(): Promise<void> {
    await this.database
      .repo(ThrottleEntity)
      .createQueryBuilder()
      .delete()
      .where('until < :now', { now: new Date() })
      .execute();
  }
}
