import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { unlessAtField } from '../api/refusals';
import { ActionDialog } from '../look/action-dialog';
import { Refusal } from '../look/notices';
import { plural } from '../words/figures';

const FIELDS = ['subject', 'words', 'sendOn', 'sendTime'];

interface SendPanelProps {
  isLater: boolean;
  /** It waits for its time already, and goes on doing so. */
  isChange?: boolean;
  /** How many get it as things are now; not known while it is being asked. */
  recipients: number | undefined;
  isBusy: boolean;
  error: unknown;
  back: string;
  onSend: () => void;
}

/** Asks once more before a mail goes to many; one that waits for its time can still be taken back. */
export function SendPanel({ isLater, isChange = false, recipients, isBusy, error, back, onSend }: SendPanelProps) {
  const [isOpen, setOpen] = useState(false);
  const people = recipients === undefined ? 'everybody chosen' : plural(recipients, 'person', 'people');
  return (
    <>
      <Refusal error={unlessAtField(error, ...FIELDS)} />
      {error && !unlessAtField(error, ...FIELDS) ? (
        <Refusal error={new Error('Some answers need to be changed. See the notes beside them above.')} />
      ) : null}
      <Box sx={{ display: 'flex', gap: 2, mb: 3 }}>
        <Button
          variant="contained"
          disabled={isBusy || (!isLater && recipients === 0)}
          onClick={() => (isLater ? onSend() : setOpen(true))}
        >
          {isChange ? 'Save the changes' : isLater ? 'Schedule it' : `Send it to ${people}`}
        </Button>
        <Button component={Link} to={back}>
          Go back
        </Button>
      </Box>
      <ActionDialog
        heading={`Send this mail to ${people} now?`}
        verb="Send it now"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onDo={() => {
          setOpen(false);
          onSend();
        }}
        isBusy={isBusy}
        error={null}
      >
        <p>Each gets a mail of their own. It cannot be called back once it is sent. It is kept in the audit log.</p>
      </ActionDialog>
    </>
  );
}
