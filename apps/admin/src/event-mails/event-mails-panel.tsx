import { Button } from '@mui/material';
import type { EventMailView, EventView } from '@roundtable/contracts';
import { useGetList } from 'react-admin';
import { Link } from 'react-router-dom';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { TextLink } from '../look/text-link';
import { Moment } from '../look/moment';
import { MailingState, mailsInWords, recipientsInWords } from '../mailings/mailing-state';

const MOST = 20;

const columns: Column<EventMailView>[] = [
  {
    heading: 'Subject',
    cell: ({ id, subject }) => <TextLink to={`/event-mails/${id}/show`}>{subject}</TextLink>,
    isRowHeading: true,
  },
  { heading: 'State', cell: ({ state }) => <MailingState state={state} /> },
  { heading: 'Goes or went', cell: ({ sentAt, sendAt }) => <Moment at={sentAt ?? sendAt} /> },
  { heading: 'To', cell: (mail) => (mail.state === 'taken-back' ? 'nobody' : recipientsInWords(mail)) },
  { heading: 'Its mails', cell: ({ mails }) => mailsInWords(mails) },
];

/** What was and will be written to the delegates of an event. */
export function EventMailsPanel({ event }: { event: EventView }) {
  const { data, error, total } = useGetList<EventMailView>('event-mails', {
    filter: { eventId: event.id },
    sort: { field: 'sendAt', order: 'DESC' },
    pagination: { page: 1, perPage: MOST },
  });
  return (
    <Panel
      heading="Mails to delegates"
      actions={
        event.status === 'draft' ? undefined : (
          <Button component={Link} to={`/events/${event.id}/write`} variant="outlined" sx={{ mt: 1.5 }}>
            Write to delegates
          </Button>
        )
      }
    >
      <Refusal error={error} />
      {!data && !error ? <Waiting /> : null}
      {data ? (
        <PlainTable
          caption="Mails to delegates, the latest first"
          columns={columns}
          rows={data}
          rowKey={({ id }) => id}
          empty={<Nothing>Nothing was written to the delegates as a whole yet.</Nothing>}
        />
      ) : null}
      {total !== undefined && total > MOST ? <p>The latest {MOST} are shown.</p> : null}
    </Panel>
  );
}
