import { Button, TextField } from '@mui/material';
import type { EventView, NewSession } from '@roundtable/contracts';
import { useState } from 'react';
import { useRedirect } from 'react-admin';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { timeInWords, toLondon } from '../words/london-time';
import { sessionsOn, withDate } from './copied-dates';
import { useDayNotes } from './day-notes';

/** Makes a draft with the same facts and terms on another date, without bookings and messages. */
export function DuplicateEvent({ event }: { event: EventView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        Duplicate to a new date
      </Button>
      {isOpen ? <DuplicateDialog event={event} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function DuplicateDialog({ event, onClose }: { event: EventView; onClose: () => void }) {
  const redirect = useRedirect();
  const [dates, setDates] = useState(event.sessions.map(({ startsAt }) => toLondon(startsAt).date));
  const [isTried, setTried] = useState(false);
  const notesOf = useDayNotes(dates);
  const duplicate = useAction(
    (sessions: NewSession[]) =>
      api.post<EventView>(
        `/events/${encodeURIComponent(event.id)}/duplication`,
        sessions.length > 0 ? { sessions } : {},
      ),
    {
      done: 'The event was duplicated as a draft. Publish it when it is right.',
      onDone: ({ id }) => redirect('show', 'events', id),
      showsRefusal: true,
    },
  );
  const sessions = sessionsOn(event.sessions, dates);
  const isSame = event.sessions.some(({ startsAt }, index) => toLondon(startsAt).date === dates[index]);
  const submit = () => {
    setTried(true);
    if (sessions && !isSame) duplicate.mutate(sessions);
  };
  return (
    <ActionDialog
      heading="Duplicate to a new date"
      verb="Make the draft"
      isOpen
      onClose={onClose}
      onDo={submit}
      isBusy={duplicate.isPending}
      error={duplicate.error}
    >
      <p>Everything but the date stays: times, places, venue, terms. Bookings and messages are not copied.</p>
      {event.sessions.length === 0 ? (
        <p>The date of this event is to be confirmed, and so is that of the copy.</p>
      ) : null}
      {event.sessions.map((session, index) => (
        <TextField
          key={session.id}
          id={`new-date-${index}`}
          label={`${event.sessions.length > 1 ? `Session ${index + 1}` : 'New date'}, ${timeInWords(session.startsAt)} to ${timeInWords(session.endsAt)}`}
          type="date"
          autoFocus={index === 0}
          value={dates[index] ?? ''}
          onChange={({ target }) => setDates(withDate(dates, index, target.value))}
          error={isTried && (!dates[index] || isSame)}
          helperText={
            isTried && (!dates[index] || isSame)
              ? 'Choose another date'
              : notesOf(dates[index] ?? '') || 'Choose a date'
          }
        />
      ))}
    </ActionDialog>
  );
}
