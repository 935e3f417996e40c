import type { RepetitionView } from '@roundtable/contracts';
import { Nothing } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { spanInWords } from '../words/london-time';

type Found = RepetitionView['events'][number];
type Skipped = RepetitionView['skipped'][number];

const columns: Column<Found>[] = [
  {
    heading: 'When',
    isRowHeading: true,
    cell: ({ sessions }) => sessions.map(({ startsAt, endsAt }) => spanInWords(startsAt, endsAt)).join('; '),
  },
  { heading: 'Mind', cell: ({ notes }) => notes.join('; ') },
];

const skippedColumns: Column<Skipped>[] = [
  { heading: 'Date', isRowHeading: true, cell: ({ words }) => words },
  { heading: 'Why', cell: ({ because }) => because },
];

/** The dates that a repetition comes to, and those it leaves out. */
export function RepetitionDates({ found: { events, skipped } }: { found: RepetitionView }) {
  return (
    <>
      <Panel heading="Dates">
        <PlainTable
          caption="Dates on which it would be held"
          columns={columns}
          rows={events}
          rowKey={(_, index) => String(index)}
          empty={<Nothing>No date is left. Choose a later last date, or do not skip the school holidays.</Nothing>}
        />
      </Panel>
      {skipped.length > 0 ? (
        <Panel heading="Skipped">
          <PlainTable
            caption="Dates that are skipped, and why"
            columns={skippedColumns}
            rows={skipped}
            rowKey={({ date }) => date}
          />
        </Panel>
      ) : null}
    </>
  );
}
