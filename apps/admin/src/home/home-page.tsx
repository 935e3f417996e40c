import { Button, Typography } from '@mui/material';
import type { EventView } from '@roundtable/contracts';
import { Link } from 'react-router-dom';
import { mayUse, useRoles } from '../api/access';
import { useNow } from '../api/demonstration';
import { DueDate } from '../data-requests/due-date';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { TextLink } from '../look/text-link';
import { plural } from '../words/figures';
import { DATA_REQUEST_KIND } from '../words/labels';
import { dayInWords, momentInWords } from '../words/london-time';
import { ComingUp } from './coming-up';
import { Lines } from './lines';
import { howMany, needsOf, type Needs } from './needs';
import { useMorning } from './use-morning';

export default function HomePage() {
  const now = useNow();
  return now ? <Today now={now} /> : <Waiting />;
}

function Today({ now }: { now: Date }) {
  const morning = useMorning(now);
  const { roles } = useRoles();
  const needs = needsOf(morning);
  const things = howMany(needs);
  const isKnown = !morning.isPending && !morning.error;
  const plan = mayUse('events', 'create', roles) ? (
    <Button component={Link} to="/events/create" variant="contained">
      Plan an event
    </Button>
  ) : undefined;
  return (
    <>
      <Heading intro={dayInWords(now)} actions={plan}>
        {isKnown ? summary(things) : 'Today'}
      </Heading>
      <Refusal error={morning.error} />
      {morning.isPending ? <Waiting /> : null}
      {isKnown ? (
        <>
          {things === 0 ? <AllDone /> : <WhatNeedsYou needs={needs} />}
          <ComingUp events={morning.coming.filter(({ status }) => status !== 'cancelled')} />
        </>
      ) : null}
    </>
  );
}

function summary(things: number): string {
  return things === 0 ? 'Nothing needs you now' : `${plural(things, 'thing needs', 'things need')} you today`;
}

function WhatNeedsYou({ needs }: { needs: Needs }) {
  return (
    <>
      <Lines heading="Data requests due" rows={needs.dataRequests}>
        {(request) => (
          <>
            <TextLink to={`/data-requests/${request.id}/show`}>{request.personName}</TextLink>:{' '}
            {DATA_REQUEST_KIND[request.kind].toLowerCase()}, due <DueDate request={request} />
          </>
        )}
      </Lines>
      <Lines heading="Messages that failed" rows={needs.failedMessages}>
        {({ id, subject, toName, lastError }) => (
          <>
            <TextLink to={`/messages/${id}/show`}>{subject}</TextLink> to {toName}
            {lastError ? `: ${lastError}` : null}
          </>
        )}
      </Lines>
      <Lines heading="Registers still open" rows={needs.openRegisters}>
        {(event) => (
          <>
            <EventLink event={event} />: mark who was there, then close the register
          </>
        )}
      </Lines>
      <Lines heading="Requests that wait for approval" rows={needs.awaitingApproval}>
        {({ id, practitionerName, agencyName, courseTitle }) => (
          <>
            <TextLink to={`/bookings/${id}/show`}>{practitionerName}</TextLink>, {agencyName}: {courseTitle}
          </>
        )}
      </Lines>
      <Lines heading="Agencies proposed" rows={needs.proposedAgencies}>
        {({ id, name, sector }) => (
          <>
            <TextLink to={`/agencies/${id}/show`}>{name}</TextLink>, {sector}: accept it, or merge it with the one that
            was meant
          </>
        )}
      </Lines>
      <Lines heading="Places free while people wait" rows={needs.freeWhileWaiting}>
        {(event) => (
          <>
            <EventLink event={event} />: {plural(event.placesFree, 'place', 'places')} free,{' '}
            {plural(event.waiting, 'person', 'people')} waiting
          </>
        )}
      </Lines>
      <Lines heading="Not published, and within three weeks" rows={needs.drafts}>
        {(event) => (
          <>
            <EventLink event={event} />: publish it, or change its dates
          </>
        )}
      </Lines>
      <Lines heading="Less than 60% full, and within three weeks" rows={needs.farFromFull}>
        {(event) => (
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
    <Typography sx={{ maxWidth: '44rem', mb: 2.5 }}>
      Registers are closed, messages went out, and coming events fill well. You could see who{' '}
      <TextLink to="/bookings">booked last</TextLink>.
    </Typography>
  );
}
