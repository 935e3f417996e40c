import { Box, Button } from '@mui/material';
import type { EventView } from '@roundtable/contracts';
import { Link } from 'react-router-dom';
import { CancelEvent } from './cancel-event';
import { ChangeCapacity } from './change-capacity';
import { DuplicateEvent } from './duplicate-event';
import { PublishEvent } from './publish-event';

/** What can be done with an event in its present state. */
export function EventActions({ event }: { event: EventView }) {
  const isComing = event.status === 'draft' || event.status === 'published';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2.5 }}>
      {event.status === 'draft' ? <PublishEvent event={event} /> : null}
      {isComing ? (
        <Button component={Link} to={`/events/${event.id}`} variant="outlined">
          {event.dateToBeConfirmed ? 'Set the date' : 'Change the dates'}
        </Button>
      ) : null}
      {isComing ? <ChangeCapacity event={event} /> : null}
      <DuplicateEvent event={event} />
      {event.sessions.length > 0 ? (
        <Button component={Link} to={`/events/${event.id}/repeat`} variant="outlined">
          Repeat
        </Button>
      ) : null}
      {event.status === 'draft' ? null : (
        <Button component={Link} to={`/events/${event.id}/write`} variant="outlined">
          Write to delegates
        </Button>
      )}
      {isComing ? <CancelEvent event={event} /> : null}
    </Box>
  );
}
