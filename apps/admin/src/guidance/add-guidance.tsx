import { TextField } from '@mui/material';
import type { GuidanceView, NewGuidance } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';

export function AddGuidance({ onClose }: { onClose: () => void }) {
  const [title, setTitle] = useState('');
  const [edition, setEdition] = useState('');
  const [isTried, setTried] = useState(false);
  const save = useAction((wanted: NewGuidance) => api.post<GuidanceView>('/guidance', wanted), {
    done: (saved) => `${saved.title} is added. Name its edition on the pages of the courses that teach it.`,
    onDone: onClose,
    showsRefusal: true,
  });
  const errors = fieldErrors(save.error);
  const wrongTitle = isTried && title.trim() === '' ? 'Enter the title' : errors['title'];
  const wrongEdition = isTried && edition.trim() === '' ? 'Enter the edition' : errors['edition'];
  return (
    <ActionDialog
      heading="Add a document"
      verb="Add the document"
      isOpen
      onClose={onClose}
      onDo={() => {
        setTried(true);
        if (title.trim() !== '' && edition.trim() !== '') save.mutate({ title: title.trim(), edition: edition.trim() });
      }}
      isBusy={save.isPending}
      error={unlessAtField(save.error, 'title', 'edition')}
    >
      <TextField
        id="guidance-title"
        label="Title"
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        error={wrongTitle !== undefined}
        helperText={wrongTitle ?? 'Without the edition, such as Working Together.'}
        slotProps={{ htmlInput: { maxLength: 190 } }}
      />
      <TextField
        id="guidance-edition"
        label="Edition in force"
        value={edition}
        onChange={({ target }) => setEdition(target.value)}
        error={wrongEdition !== undefined}
        helperText={wrongEdition ?? 'Such as 2023.'}
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
    </ActionDialog>
  );
}
