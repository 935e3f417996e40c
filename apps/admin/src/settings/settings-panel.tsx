import { Button } from '@mui/material';
import type { SettingChange, SettingValue, SettingView } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { Facts } from '../look/facts';
import { Refusal } from '../look/notices';
import { Panel } from '../look/panel';
import { SettingInput } from './setting-input';

interface SettingsPanelProps {
  heading: string;
  /** Who may change these. */
  whose: string;
  settings: readonly SettingView[];
}

/** Settings of one kind: as a form for those who may change them, else as facts. */
export function SettingsPanel({ heading, whose, settings }: SettingsPanelProps) {
  if (settings.some(({ mayChange }) => mayChange)) return <SettingsForm heading={heading} settings={settings} />;
  return (
    <Panel heading={heading}>
      <Facts facts={settings.map((setting) => [setting.label, inWords(setting)] as const)} />
      <p>{whose}</p>
    </Panel>
  );
}

function SettingsForm({ heading, settings }: Omit<SettingsPanelProps, 'whose'>) {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const save = useAction((changed: SettingChange[]) => api.patch<SettingView[]>('/settings', { settings: changed }), {
    done: 'The settings are saved. They count from now on.',
    showsRefusal: true,
  });
  const changes = settings
    .filter((setting) => typed[setting.name] !== undefined && typed[setting.name] !== asTyped(setting))
    .map((setting) => ({ name: setting.name, value: asMeant(setting, typed[setting.name] ?? '') }));
  const errors = fieldErrors(save.error);
  return (
    <Panel heading={heading}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (changes.length > 0) save.mutate(changes);
        }}
      >
        <Refusal error={unlessAtField(save.error, ...settings.map(({ name }) => name))} />
        {settings.map((setting) => (
          <SettingInput
            key={setting.name}
            setting={setting}
            typed={typed[setting.name] ?? asTyped(setting)}
            onType={(text) => setTyped({ ...typed, [setting.name]: text })}
            error={errors[setting.name]}
          />
        ))}
        <Button type="submit" variant="contained" disabled={save.isPending || changes.length === 0} sx={{ mt: 2 }}>
          Save
        </Button>
      </form>
    </Panel>
  );
}

function asTyped({ value }: SettingView): string {
  return value === null ? '' : String(value);
}

/** What is no number travels as it was typed, so that the server says what to enter. */
function asMeant({ kind }: SettingView, typed: string): SettingValue {
  if (kind === 'yes-no') return typed === 'true';
  if (kind === 'whole-number') return /^\d+$/.test(typed.trim()) ? Number(typed) : typed;
  return typed;
}

function inWords(setting: SettingView): string {
  if (setting.value === null) return 'not set';
  if (setting.kind === 'yes-no') return setting.value === true ? 'yes' : 'no';
  return setting.kind === 'whole-number' ? `${setting.value} ${setting.unit}` : String(setting.value);
}
