import { Button } from '@mui/material';
import type { EventView, JoiningMailsView } from '@roundtable/contracts';
import { useState } from 'react';
import { api } from '../../api/request';
import { useAction } from '../../api/use-action';
import { ActionDialog } from '../../look/action-dialog';
import { plural } from '../../words/figures';
import { eventPath } from '../event-path';

/** Mails everybody confirmed their own join page. */
export function MailJoining({ event }: { event: EventView }) {
  const [isOpen, setOpen] = useState(false);
  const mail = useAction(() => api.post<JoiningMailsView>(eventPath(event.id, 'joining-mails')), {
    done: ({ sent, withoutAddress }) =>
      `${plural(sent, 'mail', 'mails')} will go out.${withoutAddress > 0 ? ` ${plural(withoutAddress, 'person has', 'people have')} no email address: tell them by telephone.` : ''}`,
    onDone: () => setOpen(false),
    showsRefusal: true,
  });
  return (
    <>
      <Button
        variant="outlined"
        onClick={() => {
          mail.reset();
          setOpen(true);
        }}
      >
        Mail the joining link
      </Button>
      <ActionDialog
        heading="Mail the joining link to everybody confirmed"
        verb="Mail everybody confirmed"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onDo={() => mail.mutate(undefined)}
        isBusy={mail.isPending}
        error={mail.error}
      >
        <p>
          Each gets the way to a join page of their own. Pressed again, it is mailed again. It is kept in the audit log.
        </p>
      </ActionDialog>
    </>
  );
}
