import { Box } from '@mui/material';
import { type KnowledgeGainRow, chartStatements } from '@roundtable/contracts';
import { useMemo } from 'react';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { DemonstrationTag } from '../look/tag';
import { count, interval, percent, points } from '../words/figures';
import { CourseChart } from './course-chart';
import { KnowledgeGainStatement } from './knowledge-gain-statement';

const NOT_SHOWN = 'Not shown';

const shown = (cell: (row: KnowledgeGainRow) => string) => (row: KnowledgeGainRow) =>
  row.suppressed ? NOT_SHOWN : row.paired.n === 0 ? '–' : cell(row);

const columns: Column<KnowledgeGainRow>[] = [
  { heading: 'Statement', isRowHeading: true, minWidth: '8rem', cell: ({ statement }) => statement },
  { heading: 'Pairs', isNumber: true, isUnbroken: true, cell: shown(({ paired }) => count(paired.n)) },
  {
    heading: 'Before',
    isNumber: true,
    isUnbroken: true,
    cell: shown(({ paired }) => percent(paired.beforePercent, 1)),
  },
  { heading: 'After', isNumber: true, isUnbroken: true, cell: shown(({ paired }) => percent(paired.afterPercent, 1)) },
  { heading: 'Difference in points', isNumber: true, cell: shown(({ paired }) => points(paired.differencePoints)) },
  { heading: '95% interval', isNumber: true, isUnbroken: true, cell: shown(({ paired }) => interval(paired.ci95)) },
];

/** A course: its chart with the same figures in a table beside it, then each statement by itself. */
export function KnowledgeGainCourse({ rows }: { rows: [KnowledgeGainRow, ...KnowledgeGainRow[]] }) {
  const [{ courseTitle }] = rows;
  const statements = useMemo(() => chartStatements(rows, (given, of) => percent((100 * given) / of, 1)), [rows]);
  return (
    <Panel heading={courseTitle}>
      {rows.some(({ demonstration }) => demonstration) ? <DemonstrationTag /> : null}
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: {
            xs: 'minmax(0, 1fr)',
            lg: '18rem minmax(0, 1fr)',
            xl: 'minmax(0, 2fr) minmax(0, 3fr)',
          },
          gap: 3,
          alignItems: 'start',
          mt: 1.5,
        }}
      >
        {statements.length > 0 ? <CourseChart statements={statements} /> : <span />}
        <PlainTable
          caption={`${courseTitle}: good or very good before and after, the same people`}
          columns={columns}
          rows={rows}
          rowKey={({ statement }) => statement}
        />
      </Box>
      {rows.map((row) => (
        <KnowledgeGainStatement key={row.statement} row={row} />
      ))}
    </Panel>
  );
}
