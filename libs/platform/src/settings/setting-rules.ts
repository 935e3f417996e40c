import type { DeclaredSetting, SettingGroup, SettingValue } from '@roundtable/contracts';
import type { Actor } from '../http/actor';

/** Whether somebody may change settings of a group. */
export function mayChangeSetting(actor: Actor, group: SettingGroup): boolean {
  return actor.roles.includes(group === 'partnership' ? 'coordinator' : 'system-owner');
}

/** A value as it is kept: a line without spaces around it, and nothing for an empty one. */
export function keptValue(setting: DeclaredSetting, value: unknown): unknown {
  if (setting.kind !== 'line' || typeof value !== 'string') return value;
  return value.trim() === '' ? null : value.trim();
}

/** What is wrong with a value, in a sentence; null where it can be kept. */
export function settingProblem(setting: DeclaredSetting, value: unknown): string | null {
  switch (setting.kind) {
    case 'yes-no':
      return typeof value === 'boolean' ? null : 'Choose yes or no';
    case 'whole-number': {
      const { least, most, unit } = setting;
      const isWithin = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
      return isWithin ? null : `Enter ${inFigures(least)} to ${inFigures(most)} ${unit}, as a whole number`;
    }
    case 'line':
      if (value === null) return null;
      if (typeof value !== 'string' || /[\r\n\u2028\u2029]/.test(value)) return 'Enter one line of text';
      return value.length > setting.longest ? `Use ${inFigures(setting.longest)} characters or fewer` : null;
  }
}

/** What applies: what was set where that can be used, else what is usual. */
export function settingValue(setting: DeclaredSetting, stored: unknown): SettingValue {
  return stored !== undefined && settingProblem(setting, stored) === null ? (stored as SettingValue) : setting.usual;
}

const inFigures = (count: number) => count.toLocaleString('en-GB');
