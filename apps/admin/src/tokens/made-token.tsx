import { Box, Button, TextField } from '@mui/material';
import type { NewTokenView } from '@roundtable/contracts';
import { useState } from 'react';
import { Panel } from '../look/panel';

/** The secret of a new token. The service keeps no copy, so this is the only time it is seen. */
export function MadeToken({ made, onCopied }: { made: NewTokenView; onCopied: () => void }) {
  const [outcome, setOutcome] = useState('');
  const copy = () => {
    navigator.clipboard.writeText(made.token).then(
      () => setOutcome('Copied.'),
      () => setOutcome('We could not copy it. Select it, and copy it yourself.'),
    );
  };
  return (
    <Panel heading={`The new token ${made.name}`}>
      <p>Copy it now and keep it where secrets are kept. It is not shown again.</p>
      <TextField
        id="made-token"
        label="Token"
        value={made.token}
        slotProps={{ htmlInput: { readOnly: true, spellCheck: false, style: { fontFamily: 'monospace' } } }}
        onFocus={({ target }) => target.select()}
        sx={{ maxWidth: '36rem' }}
      />
      <Box sx={{ display: 'flex', gap: 1.5, mt: 1, alignItems: 'center' }}>
        <Button variant="contained" onClick={copy}>
          Copy the token
        </Button>
        <Button onClick={onCopied}>I have kept it</Button>
        <span role="status">{outcome}</span>
      </Box>
    </Panel>
  );
}
