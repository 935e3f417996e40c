import type { EventMailView, EventView } from '@roundtable/contracts';
import { useGetOne } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { eventInWords } from '../events/office-event';
import { Heading } from '../look/heading';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { draftOf } from '../mailings/draft';
import { momentInWords } from '../words/london-time';
import { EventMailForm, type EventMailWish } from './event-mail-form';

/** Changes a mail to delegates that waits for its time. */
export default function EventMailEdit() {
  const { id = '' } = useParams();
  const mail = useGetOne<EventMailView>('event-mails', { id });
  const eventId = mail.data?.eventId ?? '';
  const event = useGetOne<EventView>('events', { id: eventId }, { enabled: eventId !== '' });
  const error = mail.error ?? event.error;
  if (error) return <Refusal error={error} />;
  if (!mail.data || !event.data) return <Waiting />;
  return (
    <>
      <Heading intro={eventInWords(event.data)}>Change a mail to delegates</Heading>
      {mail.data.state === 'scheduled' ? (
        <Change mail={mail.data} event={event.data} />
      ) : (
        <Nothing>This mail has gone out or was taken back, so it cannot be changed.</Nothing>
      )}
    </>
  );
}

function Change({ mail, event }: { mail: EventMailView; event: EventView }) {
  const navigate = useNavigate();
  const shown = `/event-mails/${mail.id}/show`;
  const change = useAction(
    (wish: EventMailWish) => api.patch<EventMailView>(`/event-mails/${encodeURIComponent(mail.id)}`, wish),
    {
      done: ({ sendAt }) => `The mail is changed. It goes on ${momentInWords(sendAt)}.`,
      onDone: () => void navigate(shown),
      showsRefusal: true,
    },
  );
  return (
    <EventMailForm
      event={event}
      start={{ draft: draftOf(mail), audience: mail.audience, resourceIds: mail.resourceIds }}
      isChange
      isBusy={change.isPending}
      error={change.error}
      back={shown}
      onSend={(wish) => change.mutate(wish)}
    />
  );
}
