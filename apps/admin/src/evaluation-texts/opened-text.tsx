import { Box, Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import type { EvaluationTextView, OpenedTextView, TextWriterView } from '@roundtable/contracts';
import { useLogoutIfAccessDenied } from 'react-admin';
import { api } from '../api/request';
import { Address } from '../look/address';
import { Facts } from '../look/facts';
import { Refusal } from '../look/notices';
import { Panel } from '../look/panel';
import { DecideText } from './decide-text';

/** The text once it was opened; it is kept nowhere and gone with the page. */
export function OpenedText({ text }: { text: EvaluationTextView }) {
  const path = `/evaluation-texts/${encodeURIComponent(text.id)}`;
  const open = useWrittenDown<OpenedTextView>(`${path}/opening`);
  const writer = useWrittenDown<TextWriterView>(`${path}/writer`);
  if (!open.data)
    return (
      <Panel heading="What was written">
        <Refusal error={open.error} />
        <Button variant="contained" disabled={open.isPending} onClick={() => open.mutate()}>
          Open the text
        </Button>
      </Panel>
    );
  return (
    <>
      <Panel heading="What was written">
        <Words>{open.data.text}</Words>
        {open.data.releasedText === null ? null : (
          <>
            <p>Others read:</p>
            <Words>{open.data.releasedText}</Words>
          </>
        )}
      </Panel>
      <Panel heading="Who wrote it">
        <Refusal error={writer.error} />
        {writer.data ? (
          <Facts
            facts={[
              ['Name', writer.data.name],
              ['Email', writer.data.email ? <Address key="email">{writer.data.email}</Address> : 'none'],
              ['Agency', writer.data.agencyName],
            ]}
          />
        ) : (
          <>
            <p>You need this only to pass on a concern.</p>
            <Button variant="outlined" disabled={writer.isPending} onClick={() => writer.mutate()}>
              Show who wrote it
            </Button>
          </>
        )}
      </Panel>
      <DecideText text={text} words={open.data.releasedText ?? open.data.text} />
    </>
  );
}

/** Asks for something of which the asking is written down, so it is never asked for by itself. */
function useWrittenDown<Answer>(path: string) {
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  return useMutation<Answer, Error, void>({
    mutationFn: () => api.post<Answer>(path),
    gcTime: 0,
    onError: async (error) => {
      await logoutIfAccessDenied(error);
    },
  });
}

function Words({ children }: { children: string }) {
  return (
    <Box
      component="blockquote"
      sx={{
        m: 0,
        pl: 2,
        borderLeft: '4px solid',
        borderColor: 'divider',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
      }}
    >
      {children}
    </Box>
  );
}
