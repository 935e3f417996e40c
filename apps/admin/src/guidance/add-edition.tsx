import { TextField } from '@mui/material';
import type { GuidanceView, NewGuidanceEdition } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';

export function AddEdition({ guidance, onClose }: { guidance: GuidanceView; onClose: () => void }) {
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const save = useAction(
    (wanted: NewGuidanceEdition) =>
      api.post<GuidanceView>(`/guidance/${encodeURIComponent(guidance.id)}/editions`, wanted),
    {
      done: (saved) =>
        `${saved.title} ${name.trim()} is added. Courses and modules on an earlier edition are marked to review.`,
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const wrong = isTried && name.trim() === '' ? 'Enter the edition' : fieldErrors(save.error)['name'];
  return (
    <ActionDialog
      heading={`Add an edition of ${guidance.title}`}
      verb="Add the edition"
      isOpen
      onClose={onClose}
      onDo={() => {
        setTried(true);
        if (name.trim() !== '') save.mutate({ name: name.trim() });
      }}
      isBusy={save.isPending}
      error={unlessAtField(save.error, 'name')}
    >
      <p>It becomes the newest one. Whatever teaches an earlier edition is marked to review.</p>
      <TextField
        id="edition-name"
        label="Edition"
        value={name}
        onChange={({ target }) => setName(target.value)}
        error={wrong !== undefined}
        helperText={wrong ?? 'Such as 2026.'}
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
    </ActionDialog>
  );
}
