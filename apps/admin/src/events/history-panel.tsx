import { useQuery } from '@tanstack/react-query';
import type { EventHistoryEntry } from '@roundtable/contracts';
import { api } from '../api/request';
import { Changes } from '../audit/changes';
import { Moment } from '../look/moment';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { sentenceCase } from '../words/labels';

const MOST = 20;

const columns: Column<EventHistoryEntry>[] = [
  { heading: 'When', cell: ({ at }) => <Moment at={at} /> },
  {
    heading: 'Who',
    cell: ({ byId, byName }) => (byId === null ? 'the service itself' : (byName ?? 'somebody erased')),
  },
  {
    heading: 'What',
    isRowHeading: true,
    cell: ({ action, reason }) => `${sentenceCase(action)}${reason ? `: ${reason}` : ''}`,
  },
  {
    heading: 'Before and after',
    cell: ({ action, before, after }) => <Changes of={sentenceCase(action)} before={before} after={after} />,
  },
];

/** What was done to the event, the latest first. */
export function HistoryPanel({ eventId }: { eventId: string }) {
  const { data, error, isPending } = useQuery({
    queryKey: ['events', 'history', eventId],
    queryFn: () => api.get<EventHistoryEntry[]>(`/events/${encodeURIComponent(eventId)}/history?_start=0&_end=${MOST}`),
  });
  return (
    <Panel heading="History">
      <Refusal error={error} />
      {isPending ? <Waiting /> : null}
      {data ? (
        <PlainTable
          caption={`What was done to this event, the latest ${MOST} first`}
          columns={columns}
          rows={data}
          rowKey={({ id }) => id}
          empty={<Nothing>Nothing was recorded yet.</Nothing>}
        />
      ) : null}
    </Panel>
  );
}
