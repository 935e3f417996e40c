import { useQuery } from '@tanstack/react-query';
import type { AgencyHistoryEntry } from '@roundtable/contracts';
import { api } from '../api/request';
import { Changes } from '../audit/changes';
import { Moment } from '../look/moment';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { sentenceCase } from '../words/labels';

const columns: Column<AgencyHistoryEntry>[] = [
  { heading: 'When', cell: ({ at }) => <Moment at={at} /> },
  { heading: 'Who', cell: ({ byId, byName }) => byName ?? (byId === null ? 'the service itself' : 'somebody erased') },
  { heading: 'What', isRowHeading: true, cell: ({ action }) => sentenceCase(action) },
  {
    heading: 'Before and after',
    cell: ({ action, before, after }) => <Changes of={sentenceCase(action)} before={before} after={after} />,
  },
];

/** What was done to the agency, the latest first. */
export function AgencyHistory({ agencyId }: { agencyId: string }) {
  const history = useQuery({
    queryKey: ['agencies', 'history', agencyId],
    queryFn: () => api.get<AgencyHistoryEntry[]>(`/agencies/${encodeURIComponent(agencyId)}/history?_start=0&_end=10`),
  });
  return (
    <Panel heading="What was changed">
      <Refusal error={history.error} />
      {history.isPending ? <Waiting /> : null}
      {history.data ? (
        <PlainTable
          caption="What was done to this agency, the latest first"
          columns={columns}
          rows={history.data}
          rowKey={({ id }) => id}
          empty={<Nothing>Nothing was changed yet.</Nothing>}
        />
      ) : null}
    </Panel>
  );
}
