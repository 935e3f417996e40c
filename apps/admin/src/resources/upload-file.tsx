import { Box, Button, FormHelperText, InputLabel, LinearProgress, TextField } from '@mui/material';
import {
  LARGEST_RESOURCE_BYTES,
  RESOURCE_FILE_TYPES,
  type ResourceView,
  type ResourceVisibility,
} from '@roundtable/contracts';
import { useState, type ChangeEvent } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { colours } from '../look/colours';
import { resourcesPath, type ResourcePlace } from './resources-panel';
import { sendFile } from './send-file';
import { sizeInWords } from './size-in-words';
import { VisibilityField } from './visibility-field';

const ACCEPT = Object.keys(RESOURCE_FILE_TYPES)
  .map((extension) => `.${extension}`)
  .join(',');
const HINT = `PDF, Word, PowerPoint, Excel, OpenDocument, PNG, JPEG, MP3 or MP4, without macros, up to ${sizeInWords(LARGEST_RESOURCE_BYTES)}.`;

export function UploadFile({ place }: { place: ResourcePlace }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        Upload a file
      </Button>
      {isOpen ? <UploadDialog place={place} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function UploadDialog({ place, onClose }: { place: ResourcePlace; onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [visibility, setVisibility] = useState<ResourceVisibility>('everybody');
  const [share, setShare] = useState<number | null>(null);
  const [isTried, setTried] = useState(false);
  const upload = useAction(
    (chosen: File) => {
      const wanted = new URLSearchParams({ title: title.trim(), visibility });
      return sendFile<ResourceView>(`${resourcesPath(place)}/file?${wanted.toString()}`, chosen, setShare);
    },
    { done: (added) => `${added.title} is uploaded.`, onDone: onClose, showsRefusal: true },
  );
  const errors = fieldErrors(upload.error);
  const wrongFile = whyNot(file, isTried) ?? errors['file'];
  const wrongTitle = isTried && title.trim() === '' ? 'Enter the title' : errors['title'];
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0] ?? null;
    setFile(chosen);
    upload.reset();
    if (chosen && title === '') setTitle(chosen.name.replace(/\.[^.]*$/, ''));
  };
  return (
    <ActionDialog
      heading="Upload a file"
      verb="Upload the file"
      isOpen
      onClose={onClose}
      onDo={() => {
        setTried(true);
        if (file && whyNot(file, true) === undefined && title.trim() !== '') upload.mutate(file);
      }}
      isBusy={upload.isPending}
      error={unlessAtField(upload.error, 'title', 'file')}
    >
      <Box sx={{ my: 1.5 }}>
        <InputLabel htmlFor="resource-file">File</InputLabel>
        <Box
          component="input"
          type="file"
          id="resource-file"
          accept={ACCEPT}
          aria-invalid={wrongFile !== undefined}
          aria-describedby="resource-file-help"
          onChange={choose}
          sx={{
            font: 'inherit',
            maxWidth: '100%',
            '&::file-selector-button': { font: 'inherit', px: 1.5, py: 0.75, mr: 1.5 },
            '&:focus-visible': { outline: `3px solid ${colours.focus}` },
          }}
        />
        <FormHelperText id="resource-file-help" error={wrongFile !== undefined}>
          {wrongFile ?? (file ? `${sizeInWords(file.size)} chosen` : HINT)}
        </FormHelperText>
      </Box>
      <TextField
        id="resource-title"
        label="Title"
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        error={wrongTitle !== undefined}
        helperText={wrongTitle}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <VisibilityField value={visibility} onChange={setVisibility} />
      {upload.isPending && share !== null ? (
        <Box role="status" sx={{ mt: 2 }}>
          {Math.round(share * 100)}% uploaded
          <LinearProgress variant="determinate" value={share * 100} aria-hidden="true" />
        </Box>
      ) : null}
    </ActionDialog>
  );
}

function whyNot(file: File | null, isTried: boolean): string | undefined {
  if (!file) return isTried ? 'Choose a file' : undefined;
  return file.size > LARGEST_RESOURCE_BYTES
    ? `This file has ${sizeInWords(file.size)}. Choose one of up to ${sizeInWords(LARGEST_RESOURCE_BYTES)}`
    : undefined;
}
