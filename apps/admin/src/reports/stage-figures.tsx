import { Box } from '@mui/material';
import {
  MODE_LABELS,
  type ModeComparison,
  type ModeShare,
  type StageRow,
  comparisonInWords,
} from '@roundtable/contracts';
import { Facts } from '../look/facts';
import { PlainTable, type Column } from '../look/plain-table';
import { count, interval, percent, points, probability, round } from '../words/figures';

const SAME_PEOPLE: Column<ModeComparison> = {
  heading: 'The same people',
  isRowHeading: true,
  minWidth: '9rem',
  cell: (comparison) => `${modesOf(comparison)}, ${count(comparison.n)} pairs`,
};

const differences: Column<ModeComparison>[] = [
  SAME_PEOPLE,
  { heading: 'First: good or very good', isNumber: true, isUnbroken: true, cell: ({ from }) => share(from) },
  { heading: 'Second: good or very good', isNumber: true, isUnbroken: true, cell: ({ to }) => share(to) },
  { heading: 'Difference in points', isNumber: true, cell: ({ differencePoints }) => points(differencePoints) },
  { heading: '95% interval', isNumber: true, isUnbroken: true, cell: ({ ci95 }) => interval(ci95) },
];

const tests: Column<ModeComparison>[] = [
  SAME_PEOPLE,
  { heading: 'McNemar, mid-p', isNumber: true, isUnbroken: true, cell: ({ mcnemarP }) => probability(mcnemarP) },
  {
    heading: 'Wilcoxon signed-rank',
    isNumber: true,
    isUnbroken: true,
    cell: ({ wilcoxonP }) => probability(wilcoxonP),
  },
  { heading: 'Rank-biserial', isNumber: true, isUnbroken: true, cell: ({ rankBiserial }) => effect(rankBiserial) },
];

/** One statement in one more mode: the sentence to paste, and each comparison for those who ask. */
export function StageFigures({ row }: { row: StageRow }) {
  const { answered, attended, comparisons, kind, responseRate, sentence, statement } = row;
  const label = MODE_LABELS[kind];
  const compared = comparisons.filter(({ n }) => n !== null && n > 0);
  return (
    <>
      <p>{sentence ?? 'Nobody answered this and another time too.'}</p>
      <Box component="details" sx={{ mt: 1.5, '& summary': { cursor: 'pointer', width: 'fit-content', mb: 1 } }}>
        <summary>All figures of {label.toLowerCase()}</summary>
        {compared.length > 0 ? (
          <>
            <PlainTable
              caption={`${label}, differences for: ${statement}`}
              columns={differences}
              rows={compared}
              rowKey={modesOf}
            />
            <Box sx={{ mt: 2 }}>
              {' '}
              <PlainTable
                caption={`${label}, tests for: ${statement}`}
                columns={tests}
                rows={compared}
                rowKey={modesOf}
              />
            </Box>{' '}
          </>
        ) : null}
        <Box sx={{ mt: 2 }}>
          <Facts
            facts={[
              [
                `${label}, everybody`,
                `${count(answered.goodOrBetter)} of ${count(answered.n)} good or very good (${percent(answered.percent, 1)})`,
              ],
              ['Attended', attended ? count(attended) : null],
              ['Response rate', responseRate === null ? null : percent(responseRate, 1)],
            ]}
          />
        </Box>
      </Box>
    </>
  );
}

function modesOf({ from, to }: ModeComparison): string {
  return comparisonInWords(from.mode, to.mode);
}

function share({ goodOrBetter, percent: percentage }: ModeShare): string {
  return `${count(goodOrBetter)} (${percent(percentage, 1)})`;
}

function effect(value: number | null): string {
  return value === null ? '–' : round(value, 2).toFixed(2).replace('-', '−');
}
