import { Button, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { EventView, RoomView } from '@roundtable/contracts';
import { useState } from 'react';
import { api } from '../../api/request';
import { useAction } from '../../api/use-action';
import { ActionDialog } from '../../look/action-dialog';
import { Facts } from '../../look/facts';
import { Refusal, Waiting } from '../../look/notices';
import { Panel } from '../../look/panel';
import { TextLink } from '../../look/text-link';
import { plural } from '../../words/figures';

const addressOf = (eventId: string) => `/events/${encodeURIComponent(eventId)}/room`;

/** Who is in the room against what it may hold; not asked for an event that is only online. */
export function RoomPanel({ event }: { event: EventView }) {
  const [isOpen, setOpen] = useState(false);
  const { data: room, error } = useQuery({
    queryKey: ['events', 'room', event.id, event.capacity, event.venueId],
    queryFn: () => api.get<RoomView>(addressOf(event.id)),
    enabled: event.delivery !== 'online',
  });
  if (event.delivery === 'online') return null;
  return (
    <Panel
      heading="Room"
      actions={
        <Button variant="outlined" sx={{ mt: 2 }} onClick={() => setOpen(true)}>
          Set supporters' chairs
        </Button>
      }
    >
      <Refusal error={error} />
      {room ? <RoomFacts room={room} /> : error ? null : <Waiting />}
      {isOpen && room ? <SupportersDialog eventId={event.id} room={room} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}

function RoomFacts({ room }: { room: RoomView }) {
  const { venueId, venue, safeLimit, capacity, trainers, supporters, people } = room;
  const who = `${plural(capacity, 'place', 'places')}, ${plural(trainers, 'trainer', 'trainers')} and ${plural(supporters, 'supporter', 'supporters')}`;
  return (
    <Facts
      facts={[
        [
          'Venue',
          venueId ? (
            <TextLink key="venue" to={`/venues/${venueId}`}>
              {venue}
            </TextLink>
          ) : (
            'not chosen yet'
          ),
        ],
        ['Safe limit', venueId ? (safeLimit === null ? 'not known' : plural(safeLimit, 'person', 'people')) : null],
        ['In the room', `${plural(people, 'person', 'people')}: ${who}`],
      ]}
    />
  );
}

function SupportersDialog({ eventId, room, onClose }: { eventId: string; room: RoomView; onClose: () => void }) {
  const [typed, setTyped] = useState(String(room.supporters));
  const [isWrong, setWrong] = useState(false);
  const save = useAction((supporters: number) => api.put<RoomView>(addressOf(eventId), { supporters }), {
    done: ({ people }) => `The room is counted for ${plural(people, 'person', 'people')} now.`,
    onDone: onClose,
    showsRefusal: true,
  });
  return (
    <ActionDialog
      heading="Chairs for supporters"
      verb="Save the chairs"
      isOpen
      onClose={onClose}
      onDo={() => {
        const supporters = Number(typed);
        const isWhole = typed.trim() !== '' && Number.isInteger(supporters) && supporters >= 0;
        setWrong(!isWhole);
        if (isWhole) save.mutate(supporters);
      }}
      isBusy={save.isPending}
      error={save.error}
    >
      <p>Interpreters and people who support a delegate take a chair, and no place.</p>
      <TextField
        id="supporters"
        label="Chairs"
        autoFocus
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        error={isWrong}
        helperText={isWrong ? 'Enter a whole number, 0 or more' : undefined}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        sx={{ '& .MuiInputBase-root': { maxWidth: '10rem' } }}
      />
    </ActionDialog>
  );
}
