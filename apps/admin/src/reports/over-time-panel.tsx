import { Box, Typography } from '@mui/material';
import { type GroupShare, MODE_LABELS, type StandingQuestionRow, timeLines } from '@roundtable/contracts';
import { useMemo } from 'react';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { DemonstrationTag } from '../look/tag';
import { Unbroken } from '../look/unbroken';
import { count, percent } from '../words/figures';
import { TimeChart } from './time-chart';

type Row = StandingQuestionRow;

const NOT_SHOWN = 'Not shown';

/** A standing question, and the one that follows it: a chart for each stage with the same figures in a table beside it. */
export function OverTimePanel({ rows }: { rows: [Row, ...Row[]] }) {
  const [{ wording, useWording }] = rows;
  const stages = [...new Set(rows.map(({ stage }) => stage))];
  const heading = useWording === null ? wording : `${wording} ${useWording}`;
  return (
    <Panel heading={heading}>
      {rows.some(({ demonstration }) => demonstration) ? <DemonstrationTag /> : null}
      {stages.map((stage) => (
        <StageOverTime key={stage} heading={heading} rows={rows.filter((row) => row.stage === stage)} />
      ))}
      {rows.some(isKeptBack) ? <p>{NOT_SHOWN}: one to four people answered.</p> : null}
    </Panel>
  );
}

function StageOverTime({ heading, rows }: { heading: string; rows: readonly Row[] }) {
  const lines = useMemo(() => timeLines(rows, (given, of) => percent((100 * given) / of, 1)), [rows]);
  const isUseAsked = rows.some(({ used }) => used !== null && used.n !== 0);
  const hasUse = rows.some(({ useId }) => useId !== null);
  const stage = rows[0] ? MODE_LABELS[rows[0].stage] : '';
  return (
    <Box sx={{ mt: 2, pt: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Typography component="h3" variant="h3" sx={{ mb: 1 }}>
        {stage}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', xl: 'minmax(0, 1fr) minmax(0, 1fr)' },
          gap: 3,
          alignItems: 'start',
        }}
      >
        {lines.lines.length > 0 ? <TimeChart lines={lines} /> : <span />}
        <Box sx={{ minWidth: 0, ...(isUseAsked ? {} : { maxWidth: '44rem' }) }}>
          <PlainTable
            caption={`${heading}: ${stage}`}
            columns={[PERIOD, hasUse ? AWARE : { ...AWARE, heading: 'Yes' }, ...(isUseAsked ? USE : [])]}
            rows={rows}
            rowKey={({ from }) => from}
          />
        </Box>
      </Box>
    </Box>
  );
}

const PERIOD: Column<Row> = {
  heading: 'Period',
  isRowHeading: true,
  minWidth: '6rem',
  cell: ({ period, isPart }) => (isPart ? `${period} (part)` : period),
};
const AWARE: Column<Row> = { heading: 'Aware', isNumber: true, cell: ({ aware }) => <Share share={aware} /> };
const USE: Column<Row>[] = [
  { heading: 'Used it', isNumber: true, cell: ({ used }) => <Share share={used} /> },
  { heading: 'Used it, of those aware', isNumber: true, cell: ({ usedOfAware }) => <Share share={usedOfAware} /> },
];

/** '7 of 10 (70.0%)', and its interval on a line of its own. */
function Share({ share }: { share: GroupShare | null }) {
  if (share === null || share.n === 0) return '–';
  if (share.suppressed) return NOT_SHOWN;
  const [low, high] = share.ci95;
  return (
    <>
      <Unbroken>
        {count(share.count)} of {count(share.n)}
      </Unbroken>{' '}
      <Unbroken>({percent(share.percent, 1)})</Unbroken>
      <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: '0.875rem' }}>
        {percent(low, 1)} to {percent(high, 1)}
      </Box>
    </>
  );
}

function isKeptBack({ aware, used, usedOfAware }: Row): boolean {
  return [aware, used, usedOfAware].some((share) => share?.suppressed === true);
}
