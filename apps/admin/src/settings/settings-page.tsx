import type { SettingGroup, SettingView } from '@roundtable/contracts';
import { useAnswer } from '../api/use-answer';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { SettingsPanel } from './settings-panel';

const GROUPS: [group: SettingGroup, heading: string, whose: string][] = [
  ['partnership', 'The partnership', 'The coordinator changes these.'],
  ['security', 'Signing in and security', 'A system owner changes these.'],
];

/** Everything that can be set, by who looks after it. */
export default function SettingsPage() {
  const { data, error, isPending } = useAnswer<SettingView[]>('/settings');
  return (
    <>
      <Heading intro="Each change counts at once and is written to the audit log.">Settings</Heading>
      <Refusal error={error} />
      {isPending ? <Waiting /> : null}
      {GROUPS.map(([group, heading, whose]) => {
        const settings = (data ?? []).filter((setting) => setting.group === group);
        return settings.length === 0 ? null : (
          <SettingsPanel key={`${group} ${valuesOf(settings)}`} heading={heading} whose={whose} settings={settings} />
        );
      })}
    </>
  );
}

/** A form starts anew once what is set has changed. */
function valuesOf(settings: readonly SettingView[]): string {
  return JSON.stringify(settings.map(({ value }) => value));
}
