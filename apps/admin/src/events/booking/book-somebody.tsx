import { Button, Checkbox, FormControlLabel, MenuItem, TextField } from '@mui/material';
import type { BookingView, EventView, NewBooking, NewPractitioner, PractitionerView } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../../api/refusals';
import { api } from '../../api/request';
import { useAction } from '../../api/use-action';
import { ActionDialog } from '../../look/action-dialog';
import { ChoosePerson, type ChosenPerson } from '../../practitioners/choose-person';
import { BOOKING_STATUS } from '../../words/labels';
import { eventPath } from '../event-path';
import { NewPersonFields, NOBODY_YET, type TypedPerson } from './new-person-fields';

/** Books for one person, such as somebody who telephoned. */
export function BookSomebody({ event }: { event: EventView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        Book somebody
      </Button>
      {isOpen ? <BookDialog event={event} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type Who = 'known' | 'new';

function newPractitioner({ name, email, agency, jobRole }: TypedPerson): NewPractitioner | null {
  if (name.trim() === '' || !agency) return null;
  return {
    name: name.trim(),
    agencyId: agency.id,
    ...(email.trim() ? { email: email.trim() } : {}),
    ...(jobRole.trim() ? { jobRole: jobRole.trim() } : {}),
  };
}

function BookDialog({ event, onClose }: { event: EventView; onClose: () => void }) {
  const [who, setWho] = useState<Who>('known');
  const [person, setPerson] = useState<ChosenPerson | null>(null);
  const [typed, setTyped] = useState<TypedPerson>(NOBODY_YET);
  const [passReason, setPassReason] = useState('');
  const [waits, setWaits] = useState(false);
  const [isTried, setTried] = useState(false);
  const book = useAction(
    async (wanted: NewPractitioner | ChosenPerson) => {
      let booked = wanted as ChosenPerson;
      if (!('id' in wanted)) {
        booked = await api.post<PractitionerView>('/practitioners', wanted);
        // Should the booking be refused now, the person is known and is not added again.
        setPerson(booked);
        setWho('known');
      }
      const booking: NewBooking = {
        practitionerId: booked.id,
        ...(passReason.trim() ? { passReason: passReason.trim() } : {}),
        ...(waits ? { waitIfMissing: true } : {}),
      };
      return api.post<BookingView>(eventPath(event.id, 'bookings'), booking);
    },
    {
      done: ({ practitionerName, status }) => `${practitionerName}: ${BOOKING_STATUS[status].toLowerCase()}.`,
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const refused = fieldErrors(book.error);
  const wanted = who === 'known' ? person : newPractitioner(typed);
  return (
    <ActionDialog
      heading="Book somebody"
      verb="Book"
      isOpen
      onClose={onClose}
      onDo={() => {
        setTried(true);
        if (wanted) book.mutate(wanted);
      }}
      isBusy={book.isPending}
      error={unlessAtField(book.error, 'name', 'email', 'agencyId', 'jobRole', 'practitionerId', 'passReason')}
    >
      <TextField
        select
        id="book-who"
        label="Who comes"
        value={who}
        onChange={({ target }) => {
          setWho(target.value as Who);
          setTried(false);
        }}
      >
        <MenuItem value="known">Somebody who is in the list</MenuItem>
        <MenuItem value="new">Somebody new</MenuItem>
      </TextField>
      {who === 'known' ? (
        <ChoosePerson
          key={person?.id ?? 'nobody'}
          id="book-person"
          label="Person"
          value={person}
          onChoose={setPerson}
          error={isTried && !person ? 'Choose the person' : refused['practitionerId']}
        />
      ) : (
        <NewPersonFields value={typed} onChange={setTyped} isTried={isTried} refused={refused} />
      )}
      <TextField
        id="book-pass-reason"
        label="Reason to pass kept places, caps, approval and the line (optional)"
        value={passReason}
        onChange={({ target }) => setPassReason(target.value)}
        error={refused['passReason'] !== undefined}
        helperText={
          refused['passReason'] ?? 'Empty books as anybody would. With a reason any free place is given; it is kept.'
        }
        slotProps={{ htmlInput: { maxLength: 300 } }}
      />
      <FormControlLabel
        control={<Checkbox checked={waits} onChange={({ target }) => setWaits(target.checked)} />}
        label="Where something must be completed first, join the line instead"
      />
    </ActionDialog>
  );
}
