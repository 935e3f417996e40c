import type { MessageView } from '@roundtable/contracts';
import { useGetList } from 'react-admin';
import { useRoles } from '../api/access';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { listOf } from '../look/list-of';
import { Panel } from '../look/panel';
import { Moment } from '../look/moment';
import { PlainTable, type Column } from '../look/plain-table';
import { TextLink } from '../look/text-link';
import { MessageState } from './message-state';

const MOST = 10;

const columns: Column<MessageView>[] = [
  { heading: 'Written', cell: ({ createdAt }) => <Moment at={createdAt} /> },
  { heading: 'To', cell: ({ toName }) => toName },
  { heading: 'Subject', cell: ({ id, subject }) => <TextLink to={`/messages/${id}/show`}>{subject}</TextLink> },
  { heading: 'State', cell: ({ state }) => <MessageState state={state} /> },
];

type OfOne = { eventId: string } | { bookingId: string } | { practitionerId: string };

/** The messages of one event, one booking or one person, the newest first. */
export function MessagesPanel({ filter }: { filter: OfOne }) {
  const { may } = useRoles();
  return may('messages.read') ? <Messages filter={filter} /> : null;
}

function Messages({ filter }: { filter: OfOne }) {
  const { data, error, total } = useGetList<MessageView>('messages', {
    filter,
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: 1, perPage: MOST },
  });
  return (
    <Panel heading="Messages">
      {error ? <Refusal error={error} /> : null}
      {data ? (
        <PlainTable
          caption="Messages, the newest first"
          columns={columns}
          rows={data}
          rowKey={({ id }) => id}
          empty={<Nothing>No messages yet. They are written when something happens to a booking.</Nothing>}
        />
      ) : error ? null : (
        <Waiting />
      )}
      {total !== undefined && total > MOST ? (
        <p>
          The newest {MOST} are shown. <TextLink to={listOf('messages', filter)}>See all {total} messages</TextLink>
        </p>
      ) : null}
    </Panel>
  );
}
