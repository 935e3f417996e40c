import { TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { ActionDialog } from './action-dialog';

interface ReasonDialogProps {
  heading: string;
  verb: string;
  onClose: () => void;
  onDo: (reason: string) => void;
  isBusy: boolean;
  error: unknown;
  children?: ReactNode;
}

/** An action that needs a reason. Mount it when it opens, so that it starts empty. */
export function ReasonDialog({ children, onDo, ...dialog }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    const given = reason.trim();
    setMissing(given === '');
    if (given !== '') onDo(given);
  };
  return (
    <ActionDialog {...dialog} isOpen onDo={submit}>
      {children}
      <TextField
        id="reason"
        label="Reason"
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={isMissing}
        helperText={isMissing ? 'Say why' : 'One sentence is enough.'}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 300 } }}
      />
    </ActionDialog>
  );
}
