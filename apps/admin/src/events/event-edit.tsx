import type { Area, EventChange, EventView } from '@roundtable/contracts';
import { EditBase, useEditContext, type TransformData } from 'react-admin';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { EventFields } from './event-fields';
import { eventInWords } from './office-event';
import { instantsOf, refuseBadSessions, typedFrom, type TypedSession } from './event-sessions';
import { ToldPreview } from './told-preview';

type EventForm = Omit<EventView, 'sessions'> & { sessions: TypedSession[] };
/** A venue or an area of null is taken away. */
type Change = Omit<EventChange, 'venueId' | 'area'> & { venueId?: string | null; area?: Area | null };

/** Only what an event lets be changed; sessions travel only when one of them was typed anew. */
function changeOf(
  { sessions, delivery, venueId, area, waitlistPolicy }: EventForm,
  stored: EventView['sessions'],
): Change {
  const isUnchanged = JSON.stringify(sessions) === JSON.stringify(stored.map(typedFrom));
  return {
    delivery,
    ...(venueId === undefined ? {} : { venueId: delivery === 'online' ? null : venueId || null }),
    area: area || null,
    ...(waitlistPolicy ? { waitlistPolicy } : {}),
    ...(isUnchanged ? {} : { sessions: instantsOf(sessions) }),
  };
}

const asChange: TransformData = (form: EventForm, { previousData }: { previousData?: EventView } = {}): Change =>
  changeOf(form, previousData?.sessions ?? []);

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
        title={`Change the dates: ${eventInWords(record)}`}
        intro={`${record.courseTitle}. All times are London times. People with a booking are told when time or place change, and about nothing else.`}
      >
        Change the dates
      </Heading>
      <FormPage
        verb="Save the changes"
        back={`/events/${record.id}/show`}
        validate={refuseBadSessions}
        record={{ ...record, sessions: record.sessions.map(typedFrom) }}
      >
        <EventFields knowsVenue={record.venueId !== undefined} knowsPolicy={record.waitlistPolicy !== undefined} />
        {record.status === 'published' ? (
          <ToldPreview
            event={record}
            changeFrom={(values) => changeOf(values as unknown as EventForm, record.sessions) as EventChange}
          />
        ) : null}
      </FormPage>
    </>
  );
}
