import type { EventView, ProgrammeMailingView } from '@roundtable/contracts';
import { ShowBase, useGetMany, useShowContext } from 'react-admin';
import { eventInWords } from '../events/office-event';
import { Refusal, Waiting } from '../look/notices';
import { TextLink } from '../look/text-link';
import { MailingRecord } from '../mailings/mailing-record';
import { AREA } from '../words/labels';

export default function MailingShow() {
  return (
    <ShowBase resource="programme-mailings">
      <Mailing />
    </ShowBase>
  );
}

function Mailing() {
  const { record: mail, error } = useShowContext<ProgrammeMailingView>();
  if (error) return <Refusal error={error} />;
  return mail ? <Found mail={mail} /> : <Waiting />;
}

function Found({ mail }: { mail: ProgrammeMailingView }) {
  const { topics, areas } = mail.audience;
  const { data } = useGetMany<EventView>('events', { ids: mail.eventIds });
  const events = (data ?? []).filter(Boolean);
  return (
    <MailingRecord
      mail={mail}
      resource="programme-mailings"
      intro={
        <>
          To those who asked for mail about training. <TextLink to="/programme-mailings">All mailings</TextLink>
        </>
      }
      facts={[
        ['Topics', topics.length > 0 ? topics.join(', ') : 'All'],
        ['Areas', areas.length > 0 ? areas.map((area) => AREA[area]).join(', ') : 'All'],
        ['Tells of', events.map((event) => eventInWords(event)).join('; ')],
      ]}
    />
  );
}
