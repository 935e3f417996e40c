import { Button, Checkbox, FormControlLabel, MenuItem, TextField } from '@mui/material';
import type { EventView, GroupBookingView, NewGroupBooking } from '@roundtable/contracts';
import { useState } from 'react';
import { ChooseAgency, type ChosenAgency } from '../../agencies/choose-agency';
import { fieldErrors } from '../../api/refusals';
import { api } from '../../api/request';
import { useAction } from '../../api/use-action';
import { ActionDialog } from '../../look/action-dialog';
import { eventPath } from '../event-path';
import { GroupOutcome } from './group-outcome';
import { emptyRow, GroupRows, wantedOf } from './group-rows';

/** Books for several people of one agency at once. */
export function BookGroup({ event }: { event: EventView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        Book for several people
      </Button>
      {isOpen ? <GroupDialog event={event} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function GroupDialog({ event, onClose }: { event: EventView; onClose: () => void }) {
  const [agency, setAgency] = useState<ChosenAgency | null>(null);
  const [rows, setRows] = useState(() => [emptyRow(), emptyRow(), emptyRow()]);
  const [mode, setMode] = useState<NewGroupBooking['mode']>('possible');
  const [waits, setWaits] = useState(true);
  const [isTried, setTried] = useState(false);
  const people = wantedOf(rows);
  const book = useAction(
    (wanted: NewGroupBooking) => api.post<GroupBookingView>(eventPath(event.id, 'group-bookings'), wanted),
    {
      done: ({ booked }) =>
        booked ? 'Each person is told by mail.' : 'Nothing was done: not everybody can be booked.',
      onDone: ({ booked }) => {
        if (booked) setRows([emptyRow()]);
        setTried(false);
      },
      showsRefusal: true,
    },
  );
  const refused = fieldErrors(book.error);
  const nobody = isTried && people.length === 0 ? new Error('Say who comes.') : null;
  return (
    <ActionDialog
      heading="Book for several people of an agency"
      verb="Book"
      isOpen
      onClose={onClose}
      onDo={() => {
        setTried(true);
        if (agency && people.length > 0)
          book.mutate({ agencyId: agency.id, people, mode, ...(mode === 'possible' ? { waitForRest: waits } : {}) });
      }}
      isBusy={book.isPending}
      error={nobody ?? (Object.keys(refused).length > 0 ? null : book.error)}
    >
      {book.data ? <GroupOutcome outcome={book.data} /> : null}
      <ChooseAgency
        id="group-agency"
        label="Agency they come from"
        value={agency}
        onChoose={setAgency}
        error={isTried && !agency ? 'Choose the agency' : refused['agencyId']}
      />
      <GroupRows rows={rows} onChange={setRows} refused={refused} />
      <TextField
        select
        id="group-mode"
        label="Where places are few"
        value={mode}
        onChange={({ target }) => setMode(target.value as NewGroupBooking['mode'])}
      >
        <MenuItem value="possible">Book whoever can have a place</MenuItem>
        <MenuItem value="all">Book all of them, or nobody</MenuItem>
      </TextField>
      {mode === 'possible' ? (
        <FormControlLabel
          control={<Checkbox checked={waits} onChange={({ target }) => setWaits(target.checked)} />}
          label="The others join the line"
        />
      ) : null}
    </ActionDialog>
  );
}
