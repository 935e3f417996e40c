import { Box, Typography } from '@mui/material';
import { type PublishedRow, chartStatements } from '@roundtable/contracts';
import { useMemo } from 'react';
import { Panel } from '../look/panel';
import { DemonstrationTag } from '../look/tag';
import { CourseChart } from '../reports/course-chart';
import { StatementTables } from '../reports/cut-figures';
import { percent } from '../words/figures';

const WHOLE = 'Everybody who answered both times';

/** A course as it was published: its chart, its tables, and what may still be quoted of it. */
export function PublishedCourse({ rows, quotes }: { rows: readonly PublishedRow[]; quotes: readonly string[] }) {
  const statements = useMemo(
    () =>
      chartStatements(
        rows.filter(({ cut }) => cut === null),
        (given, of) => percent((100 * given) / of, 1),
      ),
    [rows],
  );
  return (
    <Panel heading={rows[0]?.courseTitle ?? ''}>
      {rows.some(({ demonstration }) => demonstration) ? <DemonstrationTag /> : null}
      {statements.length > 0 ? <CourseChart statements={statements} /> : null}
      <StatementTables lines={rows.map((row) => ({ ...row, who: row.cut ?? WHOLE }))} />
      {quotes.length > 0 ? (
        <Box sx={{ mt: 2 }}>
          <Typography component="h3" variant="h3">
            What people said
          </Typography>
          {quotes.map((words) => (
            <Box key={words} component="blockquote" sx={{ m: 0, mt: 1, pl: 2, borderLeft: 4, borderColor: 'divider' }}>
              ‘{words}’
            </Box>
          ))}
        </Box>
      ) : null}
    </Panel>
  );
}
