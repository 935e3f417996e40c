import { Button, TextField } from '@mui/material';
import type { EventView, NextEvent } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { ChooseDate } from './choose-date';
import { eventPath } from './event-path';

export function CancelEvent({ event }: { event: EventView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setOpen(true)}>
        Cancel this event
      </Button>
      {isOpen ? <CancelDialog event={event} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface Cancellation {
  reason: string;
  nextEventId?: NextEvent['eventId'];
  aheadReason?: NonNullable<NextEvent['aheadReason']>;
}

function CancelDialog({ event, onClose }: { event: EventView; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [nextEventId, setNextEventId] = useState('');
  const [aheadReason, setAheadReason] = useState('');
  const [isTried, setTried] = useState(false);
  const cancel = useAction((wanted: Cancellation) => api.post<EventView>(eventPath(event.id, 'cancellation'), wanted), {
    done: 'The event was cancelled. Everybody with a booking is told by mail.',
    onDone: onClose,
    showsRefusal: true,
  });
  const refused = fieldErrors(cancel.error);
  const reasonWrong = isTried && reason.trim() === '' ? 'Say why' : refused['reason'];
  const submit = () => {
    setTried(true);
    if (reason.trim() === '') return;
    cancel.mutate({
      reason: reason.trim(),
      ...(nextEventId ? { nextEventId, ...(aheadReason.trim() ? { aheadReason: aheadReason.trim() } : {}) } : {}),
    });
  };
  return (
    <ActionDialog
      heading="Cancel this event"
      verb="Cancel this event"
      isOpen
      onClose={onClose}
      onDo={submit}
      isBusy={cancel.isPending}
      error={unlessAtField(cancel.error, 'reason', 'nextEventId', 'aheadReason')}
    >
      <p>Everybody with a booking is told by mail, and the event leaves their calendars. This cannot be undone.</p>
      <TextField
        id="reason"
        label="Reason"
        autoFocus
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        error={reasonWrong !== undefined}
        helperText={reasonWrong ?? 'Everybody with a booking reads it.'}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 300 } }}
      />
      <ChooseDate
        label="Offer another date to those affected"
        none="No other date"
        courseId={event.courseId}
        withoutId={event.id}
        value={nextEventId}
        onChoose={setNextEventId}
        error={refused['nextEventId']}
      />
      {nextEventId ? (
        <TextField
          id="ahead-reason"
          label="Reason to put them before those who wait there (optional)"
          value={aheadReason}
          onChange={({ target }) => setAheadReason(target.value)}
          error={refused['aheadReason'] !== undefined}
          helperText={refused['aheadReason'] ?? 'Empty puts them behind whoever waits there. They keep their order.'}
          slotProps={{ htmlInput: { maxLength: 300 } }}
        />
      ) : null}
    </ActionDialog>
  );
}
