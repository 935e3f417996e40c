import type { CompletionView } from '@roundtable/contracts';
import type { Column } from '../look/plain-table';
import { RowsPanel } from '../look/rows-panel';
import { COMPLETION_SOURCE } from '../words/labels';
import { dayInWords } from '../words/london-time';

const columns: Column<CompletionView>[] = [
  { heading: 'What', isRowHeading: true, cell: ({ title }) => title },
  { heading: 'How', cell: ({ source }) => COMPLETION_SOURCE[source] },
  { heading: 'Completed', isUnbroken: true, cell: ({ completedAt }) => dayInWords(completedAt) },
  {
    heading: 'Valid until',
    isUnbroken: true,
    cell: ({ expiresAt }) => (expiresAt ? dayInWords(expiresAt) : 'no end'),
  },
];

export function CompletionsPanel({ practitionerId }: { practitionerId: string }) {
  return (
    <RowsPanel<CompletionView>
      heading="Completions"
      caption="Modules and courses that this person completed, the latest first"
      resource="completions"
      filter={{ practitionerId }}
      sort={{ field: 'completedAt', order: 'DESC' }}
      columns={columns}
      empty="Nothing completed yet."
    />
  );
}
