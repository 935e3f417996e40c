import { Alert, Box, Button } from '@mui/material';
import type { PractitionerDetailView } from '@roundtable/contracts';
import { useState } from 'react';
import { useRoles } from '../api/access';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { dayInWords } from '../words/london-time';

/** That mail to this person came back, and what to do; nothing where it did not. */
export function BouncedAddress({ person: { id, name, email, bouncedAddress } }: { person: PractitionerDetailView }) {
  const { may } = useRoles();
  if (bouncedAddress === null) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2.5, '& .MuiAlert-message': { overflowWrap: 'anywhere' } }}>
      <Box sx={{ maxWidth: '44rem' }}>
        <strong>This email address does not work.</strong> Mail came back on {dayInWords(bouncedAddress.since)}. The
        mail server said: {bouncedAddress.said}. {name} gets no mail until the address is changed, or works again.
      </Box>
      {may('people.change') ? (
        <Box sx={{ mt: 1.5 }}>
          <AddressWorks id={id} name={name} email={email ?? ''} />
        </Box>
      ) : null}
    </Alert>
  );
}

function AddressWorks({ id, name, email }: { id: string; name: string; email: string }) {
  const [isOpen, setOpen] = useState(false);
  const action = useAction(
    () => api.post<PractitionerDetailView>(`/practitioners/${encodeURIComponent(id)}/address-works`),
    {
      done: `Mail goes to ${email} again. What failed is sent again from each message.`,
      onDone: () => setOpen(false),
      showsRefusal: true,
    },
  );
  return (
    <>
      <Button
        variant="outlined"
        sx={{ whiteSpace: 'normal', textAlign: 'left' }}
        onClick={() => {
          action.reset();
          setOpen(true);
        }}
      >
        This address works again
      </Button>
      <ActionDialog
        heading="This address works again"
        verb="Mail them again"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onDo={() => action.mutate(undefined)}
        isBusy={action.isPending}
        error={action.error}
      >
        <p>
          Mail goes to {email} again. Say so where {name} told you, or whoever looks after that mailbox. If mail comes
          back once more, the address is marked again.
        </p>
        <p>Messages that failed meanwhile are not sent by this: send those that still matter again.</p>
      </ActionDialog>
    </>
  );
}
