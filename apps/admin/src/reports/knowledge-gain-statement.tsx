import { Box, Typography } from '@mui/material';
import type { KnowledgeGainRow, PlainFigure } from '@roundtable/contracts';
import { Facts } from '../look/facts';
import { Nothing } from '../look/notices';
import { PlainTable, type Column } from '../look/plain-table';
import { count, interval, percent, points, probability, round } from '../words/figures';

interface Line {
  what: string;
  before: string;
  after: string;
  difference: string;
  range: string;
}

const columns: Column<Line>[] = [
  { heading: 'Good or very good', isRowHeading: true, minWidth: '9rem', cell: ({ what }) => what },
  { heading: 'Before', isNumber: true, isUnbroken: true, cell: ({ before }) => before },
  { heading: 'After', isNumber: true, isUnbroken: true, cell: ({ after }) => after },
  { heading: 'Difference in points', isNumber: true, isUnbroken: true, cell: ({ difference }) => difference },
  { heading: '95% interval', isNumber: true, isUnbroken: true, cell: ({ range }) => range },
];

/** One outcome statement: a sentence to paste, and all figures and tests for those who ask. */
export function KnowledgeGainStatement({ row }: { row: KnowledgeGainRow }) {
  return (
    <Box sx={{ mt: 2, pt: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Typography component="h3" variant="h3">
        {row.statement}
      </Typography>
      {row.suppressed ? <Nothing>Fewer than five answered, so no figure is shown.</Nothing> : <Figures row={row} />}
    </Box>
  );
}

function Figures({ row }: { row: KnowledgeGainRow }) {
  const { paired } = row;
  const { beforePercent, afterPercent } = paired;
  const hasPairs = beforePercent !== null && afterPercent !== null;
  return (
    <>
      {hasPairs ? (
        <>
          <p>
            Before <strong>{percent(beforePercent)}</strong> of {count(paired.n)} → after{' '}
            <strong>{percent(afterPercent)}</strong> of {count(paired.n)} (paired)
          </p>
          <p>{row.sentence}</p>
        </>
      ) : (
        <p>Nobody answered both before and after.</p>
      )}
      <AllFigures row={row} />
    </>
  );
}

function linesOf({ paired, before, after, unpaired, responseRate, bounds }: KnowledgeGainRow): Line[] {
  return [
    {
      what: `The same people, ${count(paired.n)} pairs`,
      before: percent(paired.beforePercent, 1),
      after: percent(paired.afterPercent, 1),
      difference: points(paired.differencePoints),
      range: interval(paired.ci95),
    },
    {
      what: 'Everybody who answered, as two groups',
      before: plain(before),
      after: plain(after),
      difference: points(unpaired.differencePoints),
      range: interval(unpaired.ci95),
    },
    {
      what: 'Response rate',
      before: percent(responseRate.before, 1),
      after: percent(responseRate.after, 1),
      difference: '',
      range: '',
    },
    {
      what: 'Among all who attended, whatever the others would say',
      before: bound(bounds.before),
      after: bound(bounds.after),
      difference: '',
      range: '',
    },
  ];
}

function plain({ n, percent: value }: PlainFigure): string {
  return value === null ? 'no answers' : `${percent(value, 1)} of ${count(n)}`;
}

function bound([low, high]: [number | null, number | null]): string {
  return low === null || high === null ? '' : `${percent(low, 1)} to ${percent(high, 1)}`;
}

/** What not everybody asks for: closed at first. */
function AllFigures({ row }: { row: KnowledgeGainRow }) {
  const { paired } = row;
  const { rankBiserial } = paired;
  return (
    <Box component="details" sx={{ mt: 1.5, '& summary': { cursor: 'pointer', width: 'fit-content', mb: 1 } }}>
      <summary>All figures and technical annex</summary>
      <PlainTable
        caption={`All figures for: ${row.statement}`}
        columns={columns}
        rows={linesOf(row)}
        rowKey={({ what }) => what}
      />
      <Box sx={{ mt: 2 }}>
        <Facts
          facts={[
            ['McNemar, mid-p', probability(paired.mcnemarP)],
            ['Wilcoxon signed-rank', probability(paired.wilcoxonP)],
            [
              'Rank-biserial',
              rankBiserial === null ? 'not known' : `r = ${round(rankBiserial, 2).toFixed(2).replace('-', '−')}`,
            ],
          ]}
        />
      </Box>
    </Box>
  );
}
