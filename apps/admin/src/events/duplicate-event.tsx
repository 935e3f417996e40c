import { Button } from '@mui/material';
import type { EventView } from '@roundtable/contracts';
import { useRedirect } from 'react-admin';
import { api } from '../api/request';
import { useAction } from '../api/use-action';

/** Makes a draft with the same facts, without bookings and messages, and opens it to set its dates. */
export function DuplicateEvent({ event }: { event: EventView }) {
  const redirect = useRedirect();
  const duplicate = useAction(() => api.post<EventView>(`/events/${encodeURIComponent(event.id)}/duplication`), {
    done: 'The event was duplicated as a draft. Set its dates next.',
    onDone: ({ id }) => redirect('edit', 'events', id),
  });
  return (
    <Button variant="outlined" onClick={() => duplicate.mutate(undefined)} disabled={duplicate.isPending}>
      Duplicate
    </Button>
  );
}
