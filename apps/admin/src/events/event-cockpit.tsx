import { Stack } from '@mui/material';
import type { EventView } from '@roundtable/contracts';
import { ShowBase, useShowContext } from 'react-admin';
import { useRoles } from '../api/access';
import { EventMailsPanel } from '../event-mails/event-mails-panel';
import { Facts } from '../look/facts';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { DemonstrationTag } from '../look/tag';
import { MessagesPanel } from '../messages/messages-panel';
import { AREA, DELIVERY } from '../words/labels';
import { spanInWords } from '../words/london-time';
import { AsADelegate } from './as-a-delegate';
import { DecideWarning } from './decide-warning';
import { DeliveryPanels } from './delivery/delivery-panels';
import { EventWarnings } from './delivery/warnings';
import { EvaluationPanel } from './evaluation-panel';
import { EventActions } from './event-actions';
import { EventStatusTag } from './event-status-tag';
import { HistoryPanel } from './history-panel';
import { JoiningPanel } from './joining/joining-panel';
import { LinePanel } from './line-panel';
import { NeedsPanel } from './needs/needs-panel';
import { eventInWords } from './office-event';
import { PeoplePanel } from './people-panel';
import { ResourcesPanel } from '../resources/resources-panel';
import { WatchedPanel } from '../resources/watched-panel';
import { RegisterPanel } from './register-panel';
import { PlacesPanel } from './places-panel';
import { TeamPlacesPanel } from './team-places/team-places-panel';
import { TermsPanel } from './terms-panel';

export default function EventCockpit() {
  return (
    <ShowBase resource="events">
      <Cockpit />
    </ShowBase>
  );
}

function Cockpit() {
  const { record: event, error } = useShowContext<EventView>();
  const { may } = useRoles();
  if (error) return <Refusal error={error} />;
  if (!event) return <Waiting />;
  return (
    <>
      <Heading title={eventInWords(event)} intro={<Intro event={event} />}>
        {event.courseTitle}
      </Heading>
      {may('events.write') ? <EventActions event={event} /> : null}
      {may('events.write') ? <DecideWarning event={event} /> : null}
      {may('events.write') ? <EventWarnings eventId={event.id} /> : null}
      <Panel heading="Facts">
        <Facts
          facts={[
            ['When', <Sessions key="when" event={event} />],
            ['Delivery', DELIVERY[event.delivery]],
            ['Venue', event.venue],
            ['For people in', event.area && AREA[event.area]],
            ['Reference', event.reference],
          ]}
        />
      </Panel>
      {may('bookings.read') ? <PlacesPanel event={event} /> : null}
      {may('bookings.read') ? <PeoplePanel event={event} /> : null}
      {may('bookings.manage') ? <LinePanel event={event} /> : null}
      {may('bookings.manage') ? <TeamPlacesPanel event={event} /> : null}
      {may('joining.read') && event.delivery !== 'in-person' ? <JoiningPanel event={event} /> : null}
      {may('access-needs.read') && event.status !== 'draft' ? <NeedsPanel event={event} /> : null}
      {may('event-mails.send') ? <EventMailsPanel event={event} /> : null}
      <MessagesPanel filter={{ eventId: event.id }} />
      {may('register.read') ? <RegisterPanel event={event} /> : null}
      {may('resources.write') ? <ResourcesPanel place={{ kind: 'events', id: event.id }} /> : null}
      {may('recordings.watched') ? <WatchedPanel eventId={event.id} /> : null}
      {may('evaluations.progress') ? <EvaluationPanel event={event} /> : null}
      <DeliveryPanels event={event} />
      {may('events.write') ? (
        <>
          <TermsPanel event={event} />
          <AsADelegate event={event} />
          <HistoryPanel eventId={event.id} />
        </>
      ) : null}
    </>
  );
}

function Intro({ event }: { event: EventView }) {
  return (
    <>
      <EventStatusTag status={event.status} /> {event.reference} {event.demonstration ? <DemonstrationTag /> : null}
    </>
  );
}

function Sessions({ event: { sessions, startsAt, endsAt } }: { event: EventView }) {
  if (sessions.length === 0) return startsAt && endsAt ? spanInWords(startsAt, endsAt) : 'date to be confirmed';
  return (
    <Stack spacing={0.25}>
      {sessions.map((session) => (
        <span key={session.id}>{spanInWords(session.startsAt, session.endsAt)}</span>
      ))}
    </Stack>
  );
}
