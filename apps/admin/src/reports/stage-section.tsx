import { Box, Typography } from '@mui/material';
import {
  type ModeShare,
  MODE_LABELS,
  STAGE_CAVEATS,
  STAGE_HEADINGS,
  STAGE_MODES,
  type StageKind,
  type StageRow,
  stageChartStatements,
} from '@roundtable/contracts';
import { useMemo } from 'react';
import { Nothing } from '../look/notices';
import { PlainTable, type Column } from '../look/plain-table';
import { count, percent } from '../words/figures';
import { ChartBesideTable } from './chart-beside-table';
import { CourseChart } from './course-chart';
import { StageFigures } from './stage-figures';

const NOT_SHOWN = 'Not shown';

const shown = (cell: (row: StageRow) => string) => (row: StageRow) => (row.suppressed ? NOT_SHOWN : cell(row));

function shareOf({ together }: StageRow, mode: ModeShare['mode']): string {
  const percentage = together.shares.find((share) => share.mode === mode)?.percent ?? null;
  return percentage === null ? '–' : percent(percentage, 1);
}

const REMAINS: Column<StageRow> = {
  heading: 'Became good right after: still so',
  isNumber: true,
  cell: shown(({ remains }) =>
    remains?.percent === null || !remains
      ? '–'
      : `${count(remains.still)} of ${count(remains.became)} (${percent(remains.percent, 1)})`,
  ),
};

const columnsOf = (kind: StageKind): Column<StageRow>[] => [
  { heading: 'Statement', isRowHeading: true, minWidth: '8rem', cell: ({ statement }) => statement },
  {
    heading: kind === 'follow-up' ? 'All three times' : 'Pairs',
    isNumber: true,
    cell: shown(({ together }) => count(together.n)),
  },
  ...STAGE_MODES[kind].map((mode): Column<StageRow> => ({
    heading: MODE_LABELS[mode],
    isNumber: true,
    minWidth: mode === 'follow-up' ? '6.5rem' : undefined,
    cell: shown((row) => shareOf(row, mode)),
  })),
  ...(kind === 'follow-up' ? [REMAINS] : []),
];

const ABOUT: Record<StageKind, string> = {
  'follow-up': 'before, after and at follow-up',
  'retrospective-before': 'before as remembered after, and after',
};

/** What a course's statements tell in one more mode: chart and table of the same people, then each by itself. */
export function StageSection({ kind, rows }: { kind: StageKind; rows: readonly StageRow[] }) {
  const statements = useMemo(() => stageChartStatements(rows, (given, of) => percent((100 * given) / of, 1)), [rows]);
  const [first] = rows;
  if (!first) return null;
  return (
    <Box sx={{ mt: 3, pt: 2, borderTop: 2, borderColor: 'divider' }}>
      <Typography component="h3" variant="h2">
        {STAGE_HEADINGS[kind]}
      </Typography>
      <Typography sx={{ mt: 0.5, color: 'text.secondary', maxWidth: '48rem' }}>{STAGE_CAVEATS[kind]}</Typography>
      <ChartBesideTable>
        {statements.length > 0 ? <CourseChart statements={statements} /> : <span />}
        <PlainTable
          caption={`${first.courseTitle}: good or very good ${ABOUT[kind]}, the same people`}
          columns={columnsOf(kind)}
          rows={rows}
          rowKey={({ statement }) => statement}
        />
      </ChartBesideTable>
      {rows.map((row) => (
        <Box key={row.statement} sx={{ mt: 2, pt: 1.5, borderTop: 1, borderColor: 'divider' }}>
          <Typography component="h4" variant="h3">
            {row.statement}
          </Typography>
          {row.suppressed ? (
            <Nothing>One of its groups is fewer than five people, so no figure is shown.</Nothing>
          ) : (
            <StageFigures row={row} />
          )}
        </Box>
      ))}
    </Box>
  );
}
