import { Button, TextField } from '@mui/material';
import type { EventView, NewTeamPlaces, TeamPlacesView } from '@roundtable/contracts';
import { useState } from 'react';
import { ChooseAgency, type ChosenAgency } from '../../agencies/choose-agency';
import { fieldErrors, unlessAtField } from '../../api/refusals';
import { api } from '../../api/request';
import { useAction } from '../../api/use-action';
import { ActionDialog } from '../../look/action-dialog';
import { plural } from '../../words/figures';
import { eventPath } from '../event-path';

/** Holds places for an agency that says later who comes. */
export function HoldTeamPlaces({ event }: { event: EventView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" sx={{ mt: 2 }} onClick={() => setOpen(true)}>
        Hold places for an agency
      </Button>
      {isOpen ? <HoldDialog event={event} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function HoldDialog({ event, onClose }: { event: EventView; onClose: () => void }) {
  const [agency, setAgency] = useState<ChosenAgency | null>(null);
  const [places, setPlaces] = useState('');
  const [heldUntil, setHeldUntil] = useState('');
  const [passReason, setPassReason] = useState('');
  const [isTried, setTried] = useState(false);
  const hold = useAction(
    (wanted: NewTeamPlaces) => api.post<TeamPlacesView>(eventPath(event.id, 'team-places'), wanted),
    {
      done: (held) =>
        `${plural(held.places, 'place is', 'places are')} held for ${held.agencyName}. Its leads are told.`,
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const refused = fieldErrors(hold.error);
  const number = Number(places);
  const isWhole = Number.isInteger(number) && number > 0;
  const placesWrong = isTried && !isWhole ? 'Enter a whole number, 1 or more' : refused['places'];
  const dateWrong = isTried && heldUntil === '' ? 'Choose a date' : refused['heldUntil'];
  return (
    <ActionDialog
      heading="Hold places for an agency"
      verb="Hold the places"
      isOpen
      onClose={onClose}
      onDo={() => {
        setTried(true);
        if (agency && isWhole && heldUntil !== '')
          hold.mutate({
            agencyId: agency.id,
            places: number,
            heldUntil,
            ...(passReason.trim() ? { passReason: passReason.trim() } : {}),
          });
      }}
      isBusy={hold.isPending}
      error={unlessAtField(hold.error, 'agencyId', 'places', 'heldUntil', 'passReason')}
    >
      <ChooseAgency
        id="hold-places-agency"
        label="Agency"
        value={agency}
        onChoose={setAgency}
        error={isTried && !agency ? 'Choose the agency' : refused['agencyId']}
      />
      <TextField
        id="hold-places"
        label="Places"
        value={places}
        onChange={({ target }) => setPlaces(target.value)}
        error={placesWrong !== undefined}
        helperText={placesWrong}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        sx={{ '& .MuiInputBase-root': { maxWidth: '10rem' } }}
      />
      <TextField
        id="hold-until"
        type="date"
        label="Held until"
        value={heldUntil}
        onChange={({ target }) => setHeldUntil(target.value)}
        error={dateWrong !== undefined}
        helperText={dateWrong ?? 'What nobody was named for goes back at 5pm on that day.'}
        sx={{ '& .MuiInputBase-root': { maxWidth: '14rem' } }}
      />
      <TextField
        id="hold-pass-reason"
        label="Reason to pass kept places and caps (optional)"
        value={passReason}
        onChange={({ target }) => setPassReason(target.value)}
        error={refused['passReason'] !== undefined}
        helperText={refused['passReason']}
        slotProps={{ htmlInput: { maxLength: 300 } }}
      />
    </ActionDialog>
  );
}
