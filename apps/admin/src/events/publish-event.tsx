import { Button } from '@mui/material';
import type { EventView } from '@roundtable/contracts';
import { api } from '../api/request';
import { useAction } from '../api/use-action';

export function PublishEvent({ event }: { event: EventView }) {
  const publish = useAction(() => api.post<EventView>(`/events/${encodeURIComponent(event.id)}/publication`), {
    done: 'The event is published. People can ask for a place on the website now.',
  });
  return (
    <Button variant="contained" onClick={() => publish.mutate(undefined)} disabled={publish.isPending}>
      Publish this event
    </Button>
  );
}
