import { MenuItem, TextField } from '@mui/material';
import type { NewSector, SectorView } from '@roundtable/contracts';
import { useState } from 'react';
import type { SectorBranch } from '../agencies/use-sectors';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { capitalised } from '../words/labels';

interface SectorDialogProps {
  /** The one to change; a new one is added without it. */
  sector?: SectorView;
  /** Where a new one may stand. */
  branches?: readonly SectorBranch[];
  onClose: () => void;
}

const FIRST_LEVEL = 'first-level';

export function SectorDialog({ sector, branches = [], onClose }: SectorDialogProps) {
  const [name, setName] = useState(sector?.name ?? '');
  const [parentId, setParentId] = useState(FIRST_LEVEL);
  const [isTried, setTried] = useState(false);
  const save = useAction(
    (wanted: NewSector) =>
      sector
        ? api.patch<SectorView>(`/sectors/${encodeURIComponent(sector.id)}`, wanted)
        : api.post<SectorView>('/sectors', wanted),
    {
      done: ({ name: saved }) => (sector ? `The sector ${saved} is changed.` : `The sector ${saved} is added.`),
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const refused = fieldErrors(save.error);
  const nameWrong = isTried && name.trim() === '' ? 'Enter the name' : refused['name'];
  const submit = () => {
    setTried(true);
    if (name.trim() === '') return;
    save.mutate({
      name: name.trim(),
      ...(sector || parentId === FIRST_LEVEL ? {} : { parentId }),
    });
  };
  return (
    <ActionDialog
      heading={sector ? `Change the sector ${sector.name}` : 'Add a sector'}
      verb={sector ? 'Save the changes' : 'Add the sector'}
      isOpen
      onClose={onClose}
      onDo={submit}
      isBusy={save.isPending}
      error={unlessAtField(save.error, 'name', 'parentId')}
    >
      <TextField
        id="sector-name"
        label="Name"
        autoFocus
        value={name}
        onChange={({ target }) => setName(target.value)}
        error={nameWrong !== undefined}
        helperText={nameWrong}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      {sector ? null : (
        <TextField
          select
          id="sector-parent"
          label="Stands below"
          value={parentId}
          onChange={({ target }) => setParentId(target.value)}
          error={refused['parentId'] !== undefined}
          helperText={refused['parentId']}
        >
          <MenuItem value={FIRST_LEVEL}>None: it is of the first level</MenuItem>
          {branches.map(({ sector: { id, name: above } }) => (
            <MenuItem key={id} value={id}>
              {capitalised(above)}
            </MenuItem>
          ))}
        </TextField>
      )}
    </ActionDialog>
  );
}
