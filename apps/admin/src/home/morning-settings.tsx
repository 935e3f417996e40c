import { Button, TextField, Typography } from '@mui/material';
import type { MorningSettings } from '@roundtable/contracts';
import { useState } from 'react';
import { useRoles } from '../api/access';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { plural } from '../words/figures';

/** When this list names an event, and a way for the coordinator to change it. */
export function MorningSettingsLine({ settings }: { settings: MorningSettings }) {
  const { may } = useRoles();
  const [isOpen, setOpen] = useState(false);
  const { fullPercent, weeksAhead } = settings;
  return (
    <Typography color="text.secondary">
      This list names events {plural(weeksAhead, 'week', 'weeks')} ahead that are less than {fullPercent}% full.{' '}
      {may('morning-list.settings') ? <Button onClick={() => setOpen(true)}>Change this</Button> : null}
      {isOpen ? <ChangeSettings settings={settings} onClose={() => setOpen(false)} /> : null}
    </Typography>
  );
}

function ChangeSettings({ settings, onClose }: { settings: MorningSettings; onClose: () => void }) {
  const [typed, setTyped] = useState({
    fullPercent: String(settings.fullPercent),
    weeksAhead: String(settings.weeksAhead),
  });
  const action = useAction(
    () =>
      api.patch<MorningSettings>('/morning-list/settings', {
        fullPercent: Number(typed.fullPercent),
        weeksAhead: Number(typed.weeksAhead),
      }),
    { done: 'The morning list is changed.', onDone: onClose, showsRefusal: true },
  );
  const errors = fieldErrors(action.error);
  const field = (name: keyof typeof typed, label: string) => (
    <TextField
      id={name}
      label={label}
      type="number"
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
      error={errors[name] !== undefined}
      helperText={errors[name]}
    />
  );
  return (
    <ActionDialog
      heading="Change the morning list"
      verb="Change the list"
      isOpen
      onClose={onClose}
      onDo={() => action.mutate(undefined)}
      isBusy={action.isPending}
      error={unlessAtField(action.error, 'fullPercent', 'weeksAhead')}
    >
      {field('fullPercent', 'Name events less full than this, in per cent')}
      {field('weeksAhead', 'Weeks ahead')}
    </ActionDialog>
  );
}
