import type { EventMailView, EventView } from '@roundtable/contracts';
import { ShowBase, useGetMany, useGetOne, useShowContext } from 'react-admin';
import { eventInWords } from '../events/office-event';
import { Refusal, Waiting } from '../look/notices';
import { TextLink } from '../look/text-link';
import { MailingRecord } from '../mailings/mailing-record';
import { plural } from '../words/figures';
import { audienceFacts } from './audience';

export default function EventMailShow() {
  return (
    <ShowBase resource="event-mails">
      <Mail />
    </ShowBase>
  );
}

function Mail() {
  const { record: mail, error } = useShowContext<EventMailView>();
  if (error) return <Refusal error={error} />;
  return mail ? <Found mail={mail} /> : <Waiting />;
}

function Found({ mail }: { mail: EventMailView }) {
  const { data: event } = useGetOne<EventView>('events', { id: mail.eventId });
  const agencies = useGetMany<{ id: string; name: string }>('agencies', { ids: mail.audience.agencyId });
  const names = (agencies.data ?? []).filter(Boolean).map(({ name }) => name);
  return (
    <MailingRecord
      mail={mail}
      resource="event-mails"
      intro={
        <>
          To delegates of{' '}
          <TextLink to={`/events/${mail.eventId}/show`}>{event ? eventInWords(event) : 'the event'}</TextLink>
        </>
      }
      facts={[
        ...audienceFacts(mail.audience),
        ['Agencies', names.join(', ')],
        ['Carries', mail.resourceIds.length > 0 ? plural(mail.resourceIds.length, 'link', 'links') : null],
      ]}
    />
  );
}
