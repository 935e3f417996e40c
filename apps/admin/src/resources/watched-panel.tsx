import type { WatchedRecordingView } from '@roundtable/contracts';
import { useGetList } from 'react-admin';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { TextLink } from '../look/text-link';
import { momentInWords } from '../words/london-time';

const COLUMNS: Column<WatchedRecordingView>[] = [
  {
    heading: 'Name',
    isRowHeading: true,
    cell: ({ practitionerId, practitionerName }) => (
      <TextLink to={`/practitioners/${practitionerId}/show`}>{practitionerName}</TextLink>
    ),
  },
  { heading: 'Recording', cell: ({ title }) => title },
  { heading: 'First opened', isUnbroken: true, cell: ({ firstAt }) => momentInWords(firstAt) },
  { heading: 'Last opened', isUnbroken: true, cell: ({ lastAt }) => momentInWords(lastAt) },
];
const MOST = 100;

/** Who opened a recording of an event later; nothing is shown while nobody has. */
export function WatchedPanel({ eventId }: { eventId: string }) {
  const { data, total } = useGetList<WatchedRecordingView>('watched-recordings', {
    filter: { eventId },
    sort: { field: 'lastAt', order: 'DESC' },
    pagination: { page: 1, perPage: MOST },
  });
  if (!data?.length) return null;
  return (
    <Panel heading="Watched later">
      <p>Opening a recording is no attendance, and counts in no figure.</p>
      <PlainTable caption="Who opened a recording" columns={COLUMNS} rows={data} rowKey={({ id }) => id} />
      {total !== undefined && total > MOST ? (
        <p>
          The latest {MOST} of {total} are shown.
        </p>
      ) : null}
    </Panel>
  );
}
