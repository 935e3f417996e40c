import type { Clock } from '../clock';
import type { Database } from '../database';
import { SettingEntity } from './setting.entity';

const CLOCK_OFFSET = 'demonstration.clockOffsetMs';
const PRESENT = 'demonstration.present';
const FRESH_FOR_MS = 500;

/** What the partnership has set, by name. */
export class Settings {
  private readAt = 0;
  private present = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async read<Value>(name: string, otherwise: Value): Promise<Value> {
    const row = await this.database.repo(SettingEntity).findOneBy({ name });
    return row ? (row.value as Value) : otherwise;
  }

  /** Sets a value; null takes it back. */
  async write(name: string, value: unknown): Promise<void> {
    await this.database.transaction(async () => {
      if (value === null) {
        await this.database.repo(SettingEntity).delete({ name });
        return;
      }
      const done = await this.database.repo(SettingEntity).update({ name }, { value });
      if (!done.affected) await this.database.repo(SettingEntity).insert({ name, value: value as never });
    });
  }

  /** Whether invented data is in this database; kept fresh by `refreshDemonstration`. */
  get isDemonstration(): boolean {
    return this.present;
  }

  async markDemonstration(): Promise<void> {
    await this.write(PRESENT, true);
    await this.refreshDemonstration(true);
  }

  /** Moves the demonstration's clock, in every process that shares this database. Milliseconds from real time. */
  async moveClock(offsetMs: number): Promise<void> {
    await this.write(CLOCK_OFFSET, offsetMs);
    await this.refreshDemonstration(true);
  }

  /** Takes over what another process set; reads at most twice a second, and never once it is known to be a real deployment. */
  async refreshDemonstration(now = false): Promise<void> {
    if (!now && Date.now() - this.readAt < FRESH_FOR_MS) return;
    if (!now && this.readAt > 0 && !this.present) return;
    this.readAt = Date.now();
    this.present = await this.read(PRESENT, false);
    this.clock.moveTo(this.present ? await this.read(CLOCK_OFFSET, 0) : 0);
  }
}
