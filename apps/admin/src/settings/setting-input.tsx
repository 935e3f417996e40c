import { MenuItem, TextField } from '@mui/material';
import type { SettingView } from '@roundtable/contracts';

interface SettingInputProps {
  setting: SettingView;
  typed: string;
  onType: (text: string) => void;
  error: string | undefined;
}

/** One setting as its kind asks. */
export function SettingInput({ setting, typed, onType, error }: SettingInputProps) {
  const { name, label, hint } = setting;
  const field = {
    id: `setting-${name}`,
    value: typed,
    onChange: ({ target }: { target: { value: string } }) => onType(target.value),
    error: error !== undefined,
  };
  if (setting.kind === 'yes-no')
    return (
      <TextField {...field} select label={label} helperText={error ?? hint}>
        <MenuItem value="true">Yes</MenuItem>
        <MenuItem value="false">No</MenuItem>
      </TextField>
    );
  if (setting.kind === 'whole-number')
    return (
      <TextField
        {...field}
        label={`${label}, in ${setting.unit}`}
        helperText={error ?? `${hint} Usually ${setting.usual}.`}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
    );
  return (
    <TextField
      {...field}
      label={label}
      helperText={error ?? hint}
      slotProps={{ htmlInput: { maxLength: setting.longest } }}
    />
  );
}
