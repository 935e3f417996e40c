import { Box, Button, Typography } from '@mui/material';
import type { EventView, MessageView } from '@roundtable/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useNow } from '../api/demonstration';
import { mayUse, useRoles } from '../api/access';
import { Heading } from '../look/heading';
import { listOf } from '../look/list-of';
import { Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';
import { plural } from '../words/figures';
import { dayInWords, momentInWords } from '../words/london-time';
import { useNeeds } from './needs';

export default function HomePage() {
  const now = useNow();
  return now ? <Morning now={now} /> : <Waiting />;
}

function Morning({ now }: { now: Date }) {
  const needs = useNeeds(now);
  const { roles } = useRoles();
  const lists = [needs.failedMessages, needs.openRegisters, needs.freeWhileWaiting, needs.farFromFull];
  const things = lists.reduce((sum, list) => sum + list.length, 0);
  const plan = mayUse('events', 'create', roles) ? (
    <Button component={Link} to="/events/create" variant="contained">
      Plan an event
    </Button>
  ) : undefined;
  return (
    <>
      <Heading intro={dayInWords(now)} actions={plan}>
        {needs.isPending
          ? 'Today'
          : things === 0
            ? 'Nothing needs you now'
            : `${plural(things, 'thing needs', 'things need')} you today`}
      </Heading>
      <Refusal error={needs.error} />
      {needs.isPending ? <Waiting /> : null}
      {!needs.isPending && things === 0 && !needs.error ? <AllDone /> : null}
      <Lines heading="Messages that failed" rows={needs.failedMessages}>
        {(message: MessageView) => (
          <>
            <TextLink to={`/messages/${message.id}/show`}>{message.subject}</TextLink> to {message.toName}
            {message.lastError ? `: ${message.lastError}` : null}
          </>
        )}
      </Lines>
      <Lines heading="Registers still open" rows={needs.openRegisters}>
        {(event: EventView) => (
          <>
            <EventLink event={event} />: mark who was there, then close the register
          </>
        )}
      </Lines>
      <Lines heading="Places free while people wait" rows={needs.freeWhileWaiting}>
        {(event: EventView) => (
          <>
            <EventLink event={event} />: {plural(event.placesFree, 'place', 'places')} free,{' '}
            {plural(event.waiting, 'person', 'people')} waiting
          </>
        )}
      </Lines>
      <Lines heading="Less than 60% full, in the next three weeks" rows={needs.farFromFull}>
        {(event: EventView) => (
          <>
            <EventLink event={event} />: {event.placesHeld} of {plural(event.capacity, 'place', 'places')} held
          </>
        )}
      </Lines>
    </>
  );
}

function EventLink({ event }: { event: EventView }) {
  return (
    <>
      <TextLink to={`/events/${event.id}/show`}>{event.courseTitle}</TextLink>
      {event.startsAt ? `, ${momentInWords(event.startsAt)}` : null}
    </>
  );
}

function AllDone() {
  return (
    <Typography sx={{ maxWidth: '44rem' }}>
      Registers are closed, messages went out, and coming events fill well. You could look at the{' '}
      <TextLink to={listOf('events', { status: 'published' })}>coming events</TextLink> or see who{' '}
      <TextLink to="/bookings">booked last</TextLink>.
    </Typography>
  );
}

interface LinesProps<Row> {
  heading: string;
  rows: readonly Row[];
  children: (row: Row) => ReactNode;
}

function Lines<Row extends { id: string }>({ heading, rows, children }: LinesProps<Row>) {
  if (rows.length === 0) return null;
  return (
    <Panel heading={`${heading} (${rows.length})`}>
      <Box component="ul" sx={{ m: 0, pl: 2.5, '& li': { py: 0.5 } }}>
        {rows.map((row) => (
          <li key={row.id}>{children(row)}</li>
        ))}
      </Box>
    </Panel>
  );
}
