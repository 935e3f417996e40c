import { MenuItem, TextField } from '@mui/material';
import { RESOURCE_VISIBILITIES, type ResourceVisibility } from '@roundtable/contracts';
import { RESOURCE_VISIBILITY } from '../words/labels';

interface VisibilityFieldProps {
  value: ResourceVisibility;
  onChange: (value: ResourceVisibility) => void;
}

export function VisibilityField({ value, onChange }: VisibilityFieldProps) {
  return (
    <TextField
      select
      id="resource-visibility"
      label="Who sees it"
      value={value}
      onChange={({ target }) => onChange(target.value as ResourceVisibility)}
      helperText="The office and the trainers of the event always do."
    >
      {RESOURCE_VISIBILITIES.map((choice) => (
        <MenuItem key={choice} value={choice}>
          {RESOURCE_VISIBILITY[choice]}
        </MenuItem>
      ))}
    </TextField>
  );
}
