import type { EventMailView, EventView } from '@roundtable/contracts';
import { useState } from 'react';
import { useGetOne } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { eventInWords } from '../events/office-event';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { newDraft, newKey } from '../mailings/draft';
import { plural } from '../words/figures';
import { momentInWords } from '../words/london-time';
import { EVERYBODY_CONFIRMED } from './audience';
import { EventMailForm, type EventMailWish } from './event-mail-form';

/** Writes to the delegates of an event. */
export default function WritePage() {
  const { id = '' } = useParams();
  const { data: event, error } = useGetOne<EventView>('events', { id });
  if (error) return <Refusal error={error} />;
  if (!event) return <Waiting />;
  return (
    <>
      <Heading title={`Write to delegates: ${eventInWords(event)}`} intro={eventInWords(event)}>
        Write to delegates
      </Heading>
      <Write event={event} />
    </>
  );
}

function Write({ event }: { event: EventView }) {
  const navigate = useNavigate();
  const [key] = useState(newKey);
  const [start] = useState(() => ({ draft: newDraft(), audience: EVERYBODY_CONFIRMED, resourceIds: [] }));
  const send = useAction(
    (wish: EventMailWish) => api.post<EventMailView>('/event-mails', { key, eventId: event.id, ...wish }),
    {
      done: ({ state, sendAt, recipients }) =>
        state === 'scheduled'
          ? `The mail goes on ${momentInWords(sendAt)}. Until then you can change it or take it back.`
          : `The mail goes to ${plural(recipients ?? 0, 'person', 'people')} now.`,
      onDone: ({ id }) => void navigate(`/event-mails/${id}/show`),
      showsRefusal: true,
    },
  );
  return (
    <EventMailForm
      event={event}
      start={start}
      isBusy={send.isPending || send.isSuccess}
      error={send.error}
      back={`/events/${event.id}/show`}
      onSend={(wish) => send.mutate(wish)}
    />
  );
}
