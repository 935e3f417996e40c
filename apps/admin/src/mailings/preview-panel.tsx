import { Box, Button } from '@mui/material';
import type { MailPreview } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { colours } from '../look/colours';
import { Refusal } from '../look/notices';
import { Panel } from '../look/panel';
import { unlessAtField } from '../api/refusals';

interface PreviewPanelProps {
  /** Asks for the mail as it would go out. */
  show: () => Promise<MailPreview>;
  /** Refusals of these fields stand beside them. */
  onRefused: (error: unknown) => void;
  isOff?: boolean;
  /** Chooses whose it is, where that can be chosen. */
  children: ReactNode;
}

/** The mail exactly as one reader would get it; nothing is sent. */
export function PreviewPanel({ show, onRefused, isOff = false, children }: PreviewPanelProps) {
  const id = useId();
  const preview = useMutation({ mutationFn: show, onError: onRefused, onSuccess: () => onRefused(null) });
  return (
    <Panel heading="How it looks">
      {children}
      <Button variant="outlined" disabled={isOff || preview.isPending} onClick={() => preview.mutate()}>
        Show it as it goes out
      </Button>
      <Refusal error={unlessAtField(preview.error, 'subject', 'words')} />
      {preview.data ? (
        <Box aria-labelledby={id} component="section" sx={{ mt: 2, overflowWrap: 'anywhere' }}>
          <p id={id}>
            <strong>To:</strong> {preview.data.toName}
            {preview.data.toAddress ? ` <${preview.data.toAddress}>` : ', who has no email address'}
            <br />
            <strong>Subject:</strong> {preview.data.subject}
          </p>
          <Box
            component="iframe"
            title="The mail as it goes out"
            sandbox=""
            srcDoc={preview.data.html}
            sx={{
              width: '100%',
              height: '24rem',
              border: `1px solid ${colours.line}`,
              bgcolor: '#ffffff',
              display: 'block',
            }}
          />
        </Box>
      ) : null}
    </Panel>
  );
}
