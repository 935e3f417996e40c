/** Who looks after a setting: the partnership's own by the coordinator, those of security by a system owner. */
export type SettingGroup = 'partnership' | 'security';

export type SettingValue = boolean | number | string | null;

/** What can be set, as the library that reads it declares it. */
interface Named {
  name: string;
  group: SettingGroup;
  label: string;
  hint: string;
}

export type DeclaredSetting =
  | (Named & { kind: 'yes-no'; usual: boolean })
  | (Named & { kind: 'whole-number'; usual: number; least: number; most: number; unit: string })
  /** One line; empty is null. */
  | (Named & { kind: 'line'; usual: string | null; longest: number });

/** A setting with its value; `id` is its name. */
export type SettingView = DeclaredSetting & { id: string; value: SettingValue; mayChange: boolean };

export interface SettingChange {
  name: string;
  value: SettingValue;
}

export interface SettingsChange {
  settings: SettingChange[];
}
