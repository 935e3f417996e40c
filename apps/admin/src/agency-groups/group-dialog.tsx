import { MenuItem, TextField } from '@mui/material';
import { GROUP_KINDS, type AgencyGroupView, type GroupKind, type NewAgencyGroup } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { GROUP_KIND } from '../words/labels';

/** Adds a group, or changes the one it is given. */
export function GroupDialog({ group, onClose }: { group?: AgencyGroupView; onClose: () => void }) {
  const [name, setName] = useState(group?.name ?? '');
  const [kind, setKind] = useState<GroupKind>(group?.kind ?? 'academy-trust');
  const [isTried, setTried] = useState(false);
  const save = useAction(
    (wanted: NewAgencyGroup) =>
      group
        ? api.patch<AgencyGroupView>(`/agency-groups/${encodeURIComponent(group.id)}`, wanted)
        : api.post<AgencyGroupView>('/agency-groups', wanted),
    {
      done: (saved) =>
        group
          ? `The group ${saved.name} is changed.`
          : `The group ${saved.name} is added. Choose it on an agency's page.`,
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const missing = isTried && name.trim() === '' ? 'Enter the name' : undefined;
  const wrong = missing ?? fieldErrors(save.error)['name'];
  return (
    <ActionDialog
      heading={group ? `Change the group ${group.name}` : 'Add a group'}
      verb={group ? 'Save the changes' : 'Add the group'}
      isOpen
      onClose={onClose}
      onDo={() => {
        setTried(true);
        if (name.trim() !== '') save.mutate({ name: name.trim(), kind });
      }}
      isBusy={save.isPending}
      error={unlessAtField(save.error, 'name')}
    >
      <TextField
        id="group-name"
        label="Name"
        autoFocus
        value={name}
        onChange={({ target }) => setName(target.value)}
        error={wrong !== undefined}
        helperText={wrong}
        slotProps={{ htmlInput: { maxLength: 190 } }}
      />
      <TextField
        select
        id="group-kind"
        label="Kind"
        value={kind}
        onChange={({ target }) => setKind(target.value as GroupKind)}
      >
        {GROUP_KINDS.map((choice) => (
          <MenuItem key={choice} value={choice}>
            {GROUP_KIND[choice]}
          </MenuItem>
        ))}
      </TextField>
    </ActionDialog>
  );
}
