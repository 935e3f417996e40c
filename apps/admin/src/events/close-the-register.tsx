import { Button } from '@mui/material';
import type { RegisterView } from '@roundtable/contracts';
import { useState } from 'react';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';

export function CloseTheRegister({ eventId }: { eventId: string }) {
  const [isOpen, setOpen] = useState(false);
  const close = useAction(() => api.post<RegisterView>(`/events/${encodeURIComponent(eventId)}/register/closure`), {
    done: 'The register is closed. People who attended get their certificate once they answered the questions.',
    onDone: () => setOpen(false),
    showsRefusal: true,
  });
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        Close the register
      </Button>
      <ActionDialog
        heading="Close the register"
        verb="Close the register"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onDo={() => close.mutate(undefined)}
        isBusy={close.isPending}
        error={close.error}
      >
        <p>Everybody must be marked present or absent. Certificates and completions follow from what is marked.</p>
      </ActionDialog>
    </>
  );
}
