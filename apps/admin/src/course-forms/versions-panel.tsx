import type { CourseFormView } from '@roundtable/contracts';
import { Nothing } from '../look/notices';
import { Panel } from '../look/panel';
import { type Column, PlainTable } from '../look/plain-table';
import { momentInWords } from '../words/london-time';

type Version = CourseFormView['versions'][number];

const columns: Column<Version>[] = [
  { heading: 'Version', isRowHeading: true, cell: ({ version }) => `Version ${version}` },
  { heading: 'Published', cell: ({ publishedAt }) => momentInWords(publishedAt) },
  { heading: 'Responses', isNumber: true, cell: ({ responses }) => responses },
];

/** Every version that was published, and how many answered on it. */
export function VersionsPanel({ versions }: { versions: Version[] }) {
  return (
    <Panel heading="Versions">
      <PlainTable
        caption="Versions of this form"
        columns={columns}
        rows={versions}
        rowKey={({ id }) => id}
        empty={<Nothing>Nothing is published yet: the course asks its outcome statements.</Nothing>}
      />
    </Panel>
  );
}
