import { Button, MenuItem, TextField } from '@mui/material';
import type { NewLinkedResource, ResourceView, ResourceVisibility } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { RESOURCE_KIND } from '../words/labels';
import { resourcesPath, type ResourcePlace } from './resources-panel';
import { VisibilityField } from './visibility-field';

export function AddLink({ place }: { place: ResourcePlace }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        Add a link or a recording
      </Button>
      {isOpen ? <LinkDialog place={place} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function LinkDialog({ place, onClose }: { place: ResourcePlace; onClose: () => void }) {
  const [kind, setKind] = useState<'link' | 'recording'>('link');
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const [visibility, setVisibility] = useState<ResourceVisibility>('everybody');
  const [isTried, setTried] = useState(false);
  const add = useAction((wanted: NewLinkedResource) => api.post<ResourceView>(resourcesPath(place), wanted), {
    done: (added) => `${added.title} is added.`,
    onDone: onClose,
    showsRefusal: true,
  });
  const errors = fieldErrors(add.error);
  const wrongTitle = isTried && title.trim() === '' ? 'Enter the title' : errors['title'];
  const wrongUrl = isTried && url.trim() === '' ? 'Enter the link' : errors['url'];
  return (
    <ActionDialog
      heading="Add a link or a recording"
      verb="Add it"
      isOpen
      onClose={onClose}
      onDo={() => {
        setTried(true);
        if (title.trim() !== '' && url.trim() !== '')
          add.mutate({ kind, title: title.trim(), url: url.trim(), visibility });
      }}
      isBusy={add.isPending}
      error={unlessAtField(add.error, 'title', 'url')}
    >
      <TextField
        select
        id="resource-kind"
        label="Kind"
        value={kind}
        onChange={({ target }) => setKind(target.value as 'link' | 'recording')}
        helperText="Who opens a recording is noted apart from attendance."
      >
        {(['link', 'recording'] as const).map((choice) => (
          <MenuItem key={choice} value={choice}>
            {RESOURCE_KIND[choice]}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        id="resource-title"
        label="Title"
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        error={wrongTitle !== undefined}
        helperText={wrongTitle}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <TextField
        id="resource-url"
        label="Link"
        type="url"
        value={url}
        onChange={({ target }) => setUrl(target.value)}
        error={wrongUrl !== undefined}
        helperText={wrongUrl ?? 'With https:// at its start.'}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
      />
      <VisibilityField value={visibility} onChange={setVisibility} />
    </ActionDialog>
  );
}
