import { useQuery } from '@tanstack/react-query';
import type { PublishedFigureView } from '@roundtable/contracts';
import { api } from '../api/request';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { count } from '../words/figures';

const columns: Column<PublishedFigureView>[] = [
  { heading: 'Measure', isRowHeading: true, cell: ({ measure }) => measure },
  { heading: 'Year', isUnbroken: true, cell: ({ year }) => year },
  { heading: 'Value', isNumber: true, cell: ({ value }) => count(value) },
  { heading: 'Source', cell: ({ source, page }) => (page === null ? source : `${source}, page ${page}`) },
];

/** Measures of earlier years as they were printed; there are no people behind them here. */
export function PublishedFigures() {
  const figures = useQuery({
    queryKey: ['published-figures'],
    queryFn: () => api.get<PublishedFigureView[]>('/published-figures?_start=0&_end=200'),
  });
  return (
    <Panel heading="Earlier years, as published">
      <Refusal error={figures.error} />
      {figures.isPending ? <Waiting /> : null}
      {figures.data ? (
        <PlainTable
          caption="Figures of earlier years, as published"
          columns={columns}
          rows={figures.data}
          rowKey={({ id }) => id}
          empty={<Nothing>None yet. Bring in a file of published figures under Imports.</Nothing>}
        />
      ) : null}
    </Panel>
  );
}
