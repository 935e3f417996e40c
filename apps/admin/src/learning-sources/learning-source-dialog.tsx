import { MenuItem, TextField } from '@mui/material';
import { LEARNING_SOURCE_KINDS, type LearningSourceKind, type LearningSourceView } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { LEARNING_SOURCE_KIND } from '../words/labels';

interface Wanted {
  kind: LearningSourceKind;
  description: string;
  publicWording: string | null;
  publicUrl: string | null;
}

/** Adds a learning source, or changes the one it is given. */
export function LearningSourceDialog({ source, onClose }: { source?: LearningSourceView; onClose: () => void }) {
  const [kind, setKind] = useState<LearningSourceKind>(source?.kind ?? 'rapid-review');
  const [description, setDescription] = useState(source?.description ?? '');
  const [publicWording, setPublicWording] = useState(source?.publicWording ?? '');
  const [publicUrl, setPublicUrl] = useState(source?.publicUrl ?? '');
  const [isTried, setTried] = useState(false);
  const save = useAction(
    (wanted: Wanted) =>
      source
        ? api.patch<LearningSourceView>(`/learning-sources/${encodeURIComponent(source.id)}`, wanted)
        : api.post<LearningSourceView>('/learning-sources', wanted),
    {
      done: source
        ? 'The learning source is changed.'
        : 'The learning source is added. Choose it on the page of a course.',
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const errors = fieldErrors(save.error);
  const wrong = isTried && description.trim() === '' ? 'Enter the description' : errors['description'];
  return (
    <ActionDialog
      heading={source ? 'Change the learning source' : 'Add a learning source'}
      verb={source ? 'Save the changes' : 'Add the learning source'}
      isOpen
      onClose={onClose}
      onDo={() => {
        setTried(true);
        if (description.trim() === '') return;
        save.mutate({
          kind,
          description: description.trim(),
          publicWording: publicWording.trim() || null,
          publicUrl: publicUrl.trim() || null,
        });
      }}
      isBusy={save.isPending}
      error={unlessAtField(save.error, 'description', 'publicWording', 'publicUrl')}
    >
      <TextField
        select
        id="source-kind"
        label="Kind"
        value={kind}
        onChange={({ target }) => setKind(target.value as LearningSourceKind)}
      >
        {LEARNING_SOURCE_KINDS.map((choice) => (
          <MenuItem key={choice} value={choice}>
            {LEARNING_SOURCE_KIND[choice]}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        id="source-description"
        label="Description"
        value={description}
        onChange={({ target }) => setDescription(target.value)}
        error={wrong !== undefined}
        helperText={wrong ?? 'Internal. Nobody outside the office sees it.'}
        slotProps={{ htmlInput: { maxLength: 300 } }}
      />
      <TextField
        id="source-wording"
        label="Public wording (optional)"
        value={publicWording}
        onChange={({ target }) => setPublicWording(target.value)}
        error={errors['publicWording'] !== undefined}
        helperText={
          errors['publicWording'] ?? 'Shown on the pages of its courses. Leave it empty to keep the source internal.'
        }
        slotProps={{ htmlInput: { maxLength: 300 } }}
      />
      <TextField
        id="source-link"
        label="Public link (optional)"
        value={publicUrl}
        onChange={({ target }) => setPublicUrl(target.value)}
        error={errors['publicUrl'] !== undefined}
        helperText={errors['publicUrl'] ?? 'Where the published report is, with https:// at its start.'}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </ActionDialog>
  );
}
