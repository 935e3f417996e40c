import { useState, type ReactNode } from 'react';
import { useAction } from '../api/use-action';
import { ActionDialog } from './action-dialog';
import { SmallButton } from './small-button';

interface ConfirmedActionProps {
  verb: string;
  what: string;
  call: () => Promise<unknown>;
  done: string;
  /** What it means, said before it is done. */
  children: ReactNode;
  /** Why it was refused, where that needs more words than the refusal has. */
  refusalInWords?: (error: Error) => string;
}

/** An action in a row of a table that is asked about once more before it is done. */
export function ConfirmedAction({ verb, what, call, done, children, refusalInWords }: ConfirmedActionProps) {
  const [isOpen, setOpen] = useState(false);
  const action = useAction(call, { done, onDone: () => setOpen(false), showsRefusal: true });
  const error = action.error && refusalInWords ? new Error(refusalInWords(action.error)) : action.error;
  return (
    <>
      <SmallButton
        verb={verb}
        what={what}
        isEnd
        onClick={() => {
          action.reset();
          setOpen(true);
        }}
      />
      <ActionDialog
        heading={`${verb} ${what}`}
        verb={verb}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onDo={() => action.mutate(undefined)}
        isBusy={action.isPending}
        error={error}
      >
        {children}
      </ActionDialog>
    </>
  );
}
