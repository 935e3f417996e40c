import { Box, Typography } from '@mui/material';
import type { CutRow, KnowledgeGainRow } from '@roundtable/contracts';
import { PlainTable, type Column } from '../look/plain-table';
import { count, interval, percent, points } from '../words/figures';

const NOT_SHOWN = 'not shown';

interface Line extends KnowledgeGainRow {
  who: string;
}

const columns: Column<Line>[] = [
  { heading: 'Group', isRowHeading: true, minWidth: '9rem', cell: ({ who }) => who },
  { heading: 'Pairs', isNumber: true, cell: ({ paired, suppressed }) => (suppressed ? NOT_SHOWN : count(paired.n)) },
  { heading: 'Before', isNumber: true, isUnbroken: true, cell: (line) => shown(line, line.paired.beforePercent) },
  { heading: 'After', isNumber: true, isUnbroken: true, cell: (line) => shown(line, line.paired.afterPercent) },
  {
    heading: 'Difference in points',
    isNumber: true,
    isUnbroken: true,
    cell: ({ paired }) => (paired.differencePoints === null ? '' : points(paired.differencePoints)),
  },
  {
    heading: '95% interval',
    isNumber: true,
    cell: ({ paired }) => (paired.ci95[0] === null ? '' : interval(paired.ci95)),
  },
];

/** One course cut by one thing or two: a table for each statement, the same people both times. */
export function CutFigures({ rows }: { rows: readonly CutRow[] }) {
  const lines = rows.map((row) => ({ ...row, who: row.cuts.map(({ label }) => label).join(', ') }));
  return <StatementTables lines={lines} />;
}

/** A table for each statement, in the order of the rows. */
export function StatementTables({ lines }: { lines: readonly Line[] }) {
  return (
    <>
      {[...new Set(lines.map(({ statement }) => statement))].map((statement) => (
        <Box key={statement} sx={{ mt: 2, pt: 1.5, borderTop: 1, borderColor: 'divider' }}>
          <Typography component="h3" variant="h3">
            {statement}
          </Typography>
          <PlainTable
            caption={`Good or very good, the same people both times: ${statement}`}
            columns={columns}
            rows={lines.filter((line) => line.statement === statement)}
            rowKey={({ who }) => who}
          />
        </Box>
      ))}
    </>
  );
}

function shown({ suppressed }: Line, value: number | null): string {
  if (suppressed) return '';
  return value === null ? 'no pairs' : percent(value, 1);
}
