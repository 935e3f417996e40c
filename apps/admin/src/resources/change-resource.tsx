import { TextField } from '@mui/material';
import type { ResourceChange, ResourceView } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { SmallButton } from '../look/small-button';
import { VisibilityField } from './visibility-field';

export function ChangeResource({ resource }: { resource: ResourceView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SmallButton verb="Change" what={resource.title} onClick={() => setOpen(true)} />
      {isOpen ? <ChangeDialog resource={resource} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ChangeDialog({ resource, onClose }: { resource: ResourceView; onClose: () => void }) {
  const [title, setTitle] = useState(resource.title);
  const [visibility, setVisibility] = useState(resource.visibility);
  const save = useAction(
    (change: ResourceChange) => api.patch<ResourceView>(`/resources/${encodeURIComponent(resource.id)}`, change),
    { done: (saved) => `${saved.title} is changed.`, onDone: onClose, showsRefusal: true },
  );
  const wrong = title.trim() === '' ? 'Enter the title' : fieldErrors(save.error)['title'];
  return (
    <ActionDialog
      heading={`Change ${resource.title}`}
      verb="Save the changes"
      isOpen
      onClose={onClose}
      onDo={() => {
        if (title.trim() !== '') save.mutate({ title: title.trim(), visibility });
      }}
      isBusy={save.isPending}
      error={unlessAtField(save.error, 'title')}
    >
      <TextField
        id="resource-title"
        label="Title"
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        error={wrong !== undefined}
        helperText={wrong}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <VisibilityField value={visibility} onChange={setVisibility} />
    </ActionDialog>
  );
}
