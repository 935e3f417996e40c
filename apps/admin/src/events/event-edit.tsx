import type { EventChange, EventView } from '@roundtable/contracts';
import { EditBase, useEditContext, type TransformData } from 'react-admin';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { EventFields } from './event-fields';
import { instantsOf, refuseBadSessions, typedFrom, type TypedSession } from './event-sessions';

type EventForm = Omit<EventView, 'sessions'> & {
  sessions: TypedSession[];
  waitlistPolicy?: EventChange['waitlistPolicy'] | null;
};

/** Sends only what an event lets be changed; sessions travel only when one of them was typed anew. */
const asChange: TransformData = (
  { sessions, delivery, waitlistPolicy }: EventForm,
  { previousData }: { previousData?: EventView } = {},
): EventChange => {
  const stored = previousData?.sessions ?? [];
  const isUnchanged = JSON.stringify(sessions) === JSON.stringify(stored.map(typedFrom));
  return {
    delivery,
    ...(waitlistPolicy ? { waitlistPolicy } : {}),
    ...(isUnchanged ? {} : { sessions: instantsOf(sessions) }),
  };
};

export default function EventEdit() {
  return (
    <EditBase resource="events" mutationMode="pessimistic" redirect="show" transform={asChange}>
      <Event />
    </EditBase>
  );
}

function Event() {
  const { record, error } = useEditContext<EventView>();
  if (error) return <Refusal error={error} />;
  if (!record) return <Waiting />;
  return (
    <>
      <Heading
        intro={`${record.courseTitle}. All times are London times. People with a booking are told when a time changes.`}
      >
        Change the dates
      </Heading>
      <FormPage
        verb="Save the changes"
        back={`/events/${record.id}/show`}
        validate={refuseBadSessions}
        record={{ ...record, sessions: record.sessions.map(typedFrom) }}
      >
        <EventFields />
      </FormPage>
    </>
  );
}
