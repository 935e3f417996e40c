import { Box, TextField } from '@mui/material';
import { Panel } from '../look/panel';
import type { Draft } from './draft';

interface WordsPanelProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  errors: Record<string, string>;
  /** What may be written between double braces, and what it becomes. */
  fields: readonly (readonly [field: string, meaning: string])[];
}

/** Subject and text, with the fields that are filled in for each reader. */
export function WordsPanel({ draft, onChange, errors, fields }: WordsPanelProps) {
  return (
    <Panel heading="What it says">
      <Box sx={{ maxWidth: '44rem' }}>
        <TextField
          id="subject"
          label="Subject"
          value={draft.subject}
          onChange={({ target }) => onChange({ ...draft, subject: target.value })}
          error={errors['subject'] !== undefined}
          helperText={errors['subject'] ?? 'With the course and the date, so that it is found again.'}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
        <TextField
          id="words"
          label="Text"
          multiline
          minRows={8}
          value={draft.words}
          onChange={({ target }) => onChange({ ...draft, words: target.value })}
          error={errors['words'] !== undefined}
          helperText={
            errors['words'] ??
            'Plain text. An empty line starts a new paragraph. The greeting stands above it by itself.'
          }
          slotProps={{ htmlInput: { maxLength: 10_000 } }}
        />
        <p>These are filled in for each reader:</p>
        <Box component="ul" sx={{ m: 0, pl: 3 }}>
          {fields.map(([field, meaning]) => (
            <li key={field}>
              <code>{`{{${field}}}`}</code> {meaning}
            </li>
          ))}
        </Box>
      </Box>
    </Panel>
  );
}
