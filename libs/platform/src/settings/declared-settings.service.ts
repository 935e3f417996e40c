import { Injectable } from '@nestjs/common';
import type { DeclaredSetting, SettingChange, SettingValue, SettingView } from '@roundtable/contracts';
import { In } from 'typeorm';
import { Audit } from '../audit/audit.service';
import { Database } from '../database';
import type { Actor } from '../http/actor';
import { Problem, found, invalid } from '../http/problem';
import { SettingEntity } from './setting.entity';
import { Settings } from './settings.service';
import { keptValue, mayChangeSetting, settingProblem, settingValue } from './setting-rules';

/** What follows from a change, in its transaction. */
type Consequence = (value: SettingValue) => Promise<void>;

/** What staff may set. The libraries declare what they read when their modules start. */
@Injectable()
export class DeclaredSettings {
  private readonly declared = new Map<string, { setting: DeclaredSetting; onChange?: Consequence }>();

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly audit: Audit,
  ) {}

  declare(setting: DeclaredSetting, onChange?: Consequence): void {
    if (this.declared.has(setting.name)) throw new Error(`Two settings are called ${setting.name}.`);
    this.declared.set(setting.name, { setting, ...(onChange && { onChange }) });
  }

  /** Every setting with the value that applies, in the order in which they were declared. */
  async list(actor: Actor): Promise<SettingView[]> {
    const values = await this.values([...this.declared.keys()]);
    return [...this.declared.values()].map(({ setting }) => ({
      ...setting,
      id: setting.name,
      value: values.get(setting.name) ?? null,
      mayChange: mayChangeSetting(actor, setting.group),
    }));
  }

  /** Sets some. Refuses one that is not there or not the actor's, and values out of bounds, each with its sentence. */
  async change(actor: Actor, wanted: readonly SettingChange[]): Promise<SettingView[]> {
    const errors: Record<string, string> = {};
    const changes = wanted.map(({ name, value }) => {
      const { setting, onChange } = found(this.declared.get(name));
      if (!mayChangeSetting(actor, setting.group)) throw new Problem('settings.not-yours');
      const kept = keptValue(setting, value);
      const problem = settingProblem(setting, kept);
      if (problem) errors[name] = problem;
      return { name, value: kept as SettingValue, onChange };
    });
    if (Object.keys(errors).length > 0) throw invalid(errors);
    await this.database.transaction(async () => {
      const before = await this.values(changes.map(({ name }) => name));
      const changed = changes.filter(({ name, value }) => before.get(name) !== value);
      if (changed.length === 0) return;
      for (const { name, value, onChange } of changed) {
        await this.settings.write(name, value);
        await onChange?.(value);
      }
      await this.audit.record(actor, {
        action: 'setting.change',
        subjectKind: 'setting',
        subjectId: null,
        before: Object.fromEntries(changed.map(({ name }) => [name, before.get(name) ?? null])),
        after: Object.fromEntries(changed.map(({ name, value }) => [name, value])),
      });
    });
    return this.list(actor);
  }

  private async values(names: readonly string[]): Promise<Map<string, SettingValue>> {
    const rows = await this.database.repo(SettingEntity).findBy({ name: In([...names]) });
    const stored = new Map(rows.map(({ name, value }) => [name, value]));
    return new Map(names.map((name) => [name, settingValue(found(this.declared.get(name)).setting, stored.get(name))]));
  }
}
