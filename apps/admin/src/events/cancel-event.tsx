import { Button } from '@mui/material';
import type { EventView } from '@roundtable/contracts';
import { useState } from 'react';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ReasonDialog } from '../look/reason-dialog';

export function CancelEvent({ event }: { event: EventView }) {
  const [isOpen, setOpen] = useState(false);
  const cancel = useAction(
    (reason: string) => api.post<EventView>(`/events/${encodeURIComponent(event.id)}/cancellation`, { reason }),
    {
      done: 'The event was cancelled. Everybody with a booking is told by mail.',
      onDone: () => setOpen(false),
      showsRefusal: true,
    },
  );
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setOpen(true)}>
        Cancel this event
      </Button>
      {isOpen ? (
        <ReasonDialog
          heading="Cancel this event"
          verb="Cancel this event"
          onClose={() => setOpen(false)}
          onDo={(reason) => cancel.mutate(reason)}
          isBusy={cancel.isPending}
          error={cancel.error}
        >
          <p>Everybody with a booking is told by mail, and the event leaves their calendars. This cannot be undone.</p>
        </ReasonDialog>
      ) : null}
    </>
  );
}
