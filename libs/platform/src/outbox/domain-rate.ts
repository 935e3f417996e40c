import type { DeclaredSetting } from '@roundtable/contracts';
import type { Database } from '../database';
import { SettingEntity } from '../settings/setting.entity';
import { settingValue } from '../settings/setting-rules';
import { Throttle } from '../throttle/throttle.service';

const MINUTE_MS = 60_000;
const FRESH_FOR_MS = 5000;

/** How fast one domain gets mail: a council's mail server takes a burst from one sender for spam. */
export const DOMAIN_RATE = {
  name: 'mail.perDomainAndMinute',
  group: 'partnership',
  kind: 'whole-number',
  label: 'Mail to one domain in a minute, at most',
  hint: 'More wait for the next minute, and mail to other domains goes on. 0 is no limit. A mail server that gets many at once from one sender may take them for spam.',
  usual: 120,
  least: 0,
  most: 10_000,
  unit: 'emails',
} as const satisfies DeclaredSetting;

/** The part of an address that names the mail server's domain. */
export function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1).toLowerCase();
}

/** Counts mails per recipient domain and minute, in the database, so that several workers keep the limit together. */
export class DomainRate {
  private readonly throttle: Throttle;
  private readonly fullUntil = new Map<string, number>();
  private limit: number = DOMAIN_RATE.usual;
  private readAt = -Infinity;
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly now: () => number,
  ) {
    this.throttle = new Throttle(database);
  }

  /** Domains that take no more in this minute. */
  full(): string[] {
    for (const [domain, until] of this.fullUntil) if (until <= this.now()) this.fullUntil.delete(domain);
    return [...this.fullUntil.keys()];
  }

  /** Whether one more may go to this domain now; counts it where it may. Asked one after the other: first come, first served. */
  take(domain: string): Promise<boolean> {
    const taken = this.line.then(() => this.takeNow(domain));
    this.line = taken.catch(() => undefined);
    return taken;
  }

  private async takeNow(domain: string): Promise<boolean> {
    if (this.fullUntil.has(domain)) return false;
    const limit = await this.currentLimit();
    if (limit === 0 || (await this.throttle.isWithin(`mail to ${domain}`, limit, this.now()))) return true;
    this.fullUntil.set(domain, (Math.floor(this.now() / MINUTE_MS) + 1) * MINUTE_MS);
    return false;
  }

  private async currentLimit(): Promise<number> {
    if (this.now() - this.readAt < FRESH_FOR_MS) return this.limit;
    const row = await this.database.repo(SettingEntity).findOneBy({ name: DOMAIN_RATE.name });
    this.limit = Number(settingValue(DOMAIN_RATE, row?.value));
    this.readAt = this.now();
    return this.limit;
  }
}
