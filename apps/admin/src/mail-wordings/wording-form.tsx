import { Box, Button, TextField } from '@mui/material';
import type { MailWordingChange, MailWordingText, MailWordingView } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { Refusal } from '../look/notices';
import { Panel } from '../look/panel';
import { WordingPreview } from './wording-preview';

const PARTS = ['subject', 'opening', 'action', 'closing'] as const;

/** The words of a mail in four parts, with a preview of what is typed. */
export function WordingForm({ mail, mayWrite }: { mail: MailWordingView; mayWrite: boolean }) {
  const [words, setWords] = useState<MailWordingText>(textOf(mail));
  const path = `/mail-wordings/${encodeURIComponent(mail.id)}`;
  const save = useAction((wanted: MailWordingChange) => api.patch<MailWordingView>(path, wanted), {
    done: 'The wording is saved. The next mail of this kind goes out in these words.',
    showsRefusal: true,
  });
  const restore = useAction(() => api.post<MailWordingView>(`${path}/original`), {
    done: 'The mail reads as it originally did.',
  });
  const errors = fieldErrors(save.error);
  const field = (part: (typeof PARTS)[number], label: string, hint: string, rows?: number) => (
    <TextField
      id={`wording-${part}`}
      label={label}
      value={words[part] ?? ''}
      onChange={({ target }) => setWords({ ...words, [part]: target.value })}
      error={errors[part] !== undefined}
      helperText={errors[part] ?? hint}
      disabled={!mayWrite}
      multiline={rows !== undefined}
      {...(rows !== undefined && { minRows: rows })}
      fullWidth
    />
  );
  return (
    <>
      <Panel heading={mail.isOwn ? 'Our own wording' : 'Original wording'}>
        {mayWrite ? null : <p>The coordinator changes these words.</p>}
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate({ ...words, version: mail.version });
          }}
        >
          <Refusal error={unlessAtField(save.error, ...PARTS)} />
          <Box sx={{ display: 'grid', gap: 2 }}>
            {field('subject', 'Subject', 'One line.')}
            {field('opening', 'Text', 'Above the details. Leave an empty line between paragraphs.', 5)}
            {mail.original.action === null
              ? null
              : field('action', 'What the link is called', 'Where it leads stays as it is.')}
            {field('closing', 'Text at the end (optional)', 'Below the link.', 3)}
          </Box>
          {mayWrite ? (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 2 }}>
              <Button type="submit" variant="contained" disabled={save.isPending}>
                Save the wording
              </Button>
              {mail.isOwn ? (
                <Button variant="outlined" disabled={restore.isPending} onClick={() => restore.mutate(undefined)}>
                  Back to the original
                </Button>
              ) : null}
            </Box>
          ) : null}
        </form>
      </Panel>
      <WordingPreview mailId={mail.id} words={words} />
    </>
  );
}

function textOf({ subject, opening, action, closing }: MailWordingText): MailWordingText {
  return { subject, opening, action, closing };
}
