import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useAction } from '../api/use-action';
import { ReasonDialog } from './reason-dialog';
import { SmallButton } from './small-button';

interface ReasonActionProps {
  verb: string;
  /** What it is done to, such as 'the request of Ada Example'. */
  what: string;
  call: (reason: string) => Promise<unknown>;
  done: string;
  /** In a row of a table, which says what it is about. */
  isShort?: boolean;
  isEnd?: boolean;
  /** What it means, said before it is done. */
  children: ReactNode;
}

/** A button for something that is done with a reason. */
export function ReasonAction({ verb, what, call, done, isShort, isEnd = false, children }: ReasonActionProps) {
  const [isOpen, setOpen] = useState(false);
  const action = useAction(call, { done, onDone: () => setOpen(false), showsRefusal: true });
  const open = () => {
    action.reset();
    setOpen(true);
  };
  return (
    <>
      {isShort ? (
        <SmallButton verb={verb} what={what} isEnd={isEnd} onClick={open} />
      ) : (
        <Button variant="outlined" color={isEnd ? 'error' : 'primary'} onClick={open}>
          {verb}
        </Button>
      )}
      {isOpen ? (
        <ReasonDialog
          heading={`${verb}: ${what}`}
          verb={verb}
          onClose={() => setOpen(false)}
          onDo={(reason) => action.mutate(reason)}
          isBusy={action.isPending}
          error={action.error}
        >
          {children}
        </ReasonDialog>
      ) : null}
    </>
  );
}
