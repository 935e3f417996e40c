import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { Refusal } from './notices';

interface ActionDialogProps {
  heading: string;
  /** The button that does it, as a verb. */
  verb: string;
  isOpen: boolean;
  onClose: () => void;
  onDo: () => void;
  isBusy: boolean;
  error: unknown;
  children: ReactNode;
}

/** Asks what is still needed before one action, and shows why it was refused. */
export function ActionDialog({ heading, verb, isOpen, onClose, onDo, isBusy, error, children }: ActionDialogProps) {
  const headingId = useId();
  return (
    <Dialog open={isOpen} onClose={onClose} aria-labelledby={headingId} fullWidth maxWidth="sm">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          onDo();
        }}
      >
        <DialogTitle id={headingId}>{heading}</DialogTitle>
        <DialogContent>
          <Refusal error={error} />
          {children}
        </DialogContent>
        <DialogActions
          sx={{ px: 3, pb: 2.5, justifyContent: 'flex-start', flexWrap: 'wrap', gap: 1, '& > *': { flexShrink: 0 } }}
        >
          <Button type="submit" variant="contained" disabled={isBusy}>
            {verb}
          </Button>
          <Button onClick={onClose}>Go back</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
