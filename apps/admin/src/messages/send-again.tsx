import { Button } from '@mui/material';
import type { MessageView } from '@roundtable/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';

/** Nothing for a message that waits already. */
export function SendAgain({ message: { id, state, toName } }: { message: MessageView }) {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const send = useAction(() => api.post<MessageView>(`/messages/${encodeURIComponent(id)}/resend`), {
    done: ({ toAddress }) => `The message is in line and goes to ${toAddress}.`,
    onDone: (sent) => {
      setOpen(false);
      if (sent.id !== id) void navigate(`/messages/${sent.id}/show`);
    },
    showsRefusal: true,
  });
  if (state === 'queued' || state === 'sending') return null;
  return (
    <>
      <Button
        variant="outlined"
        onClick={() => {
          send.reset();
          setOpen(true);
        }}
      >
        Send again
      </Button>
      <ActionDialog
        heading="Send this message again"
        verb="Send it again"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onDo={() => send.mutate(undefined)}
        isBusy={send.isPending}
        error={send.error}
      >
        <p>It goes to the address that {toName} has now, with the words that it had.</p>
        <p>
          {state === 'sent'
            ? 'It is written as a new message; this one stays as it is.'
            : 'It goes back in line; nobody gets it twice.'}
        </p>
      </ActionDialog>
    </>
  );
}
