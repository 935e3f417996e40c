import type { CutRow, KnowledgeGainRow, ReportCut } from '@roundtable/contracts';
import { writeCsv } from '@roundtable/platform';

type Cell = string | number | null;

type Column = [name: string, cell: (row: KnowledgeGainRow) => Cell];

export const COLUMNS: Column[] = [
  ['course_id', (row) => row.courseId],
  ['course', (row) => row.courseTitle],
  ['statement', (row) => row.statement],
  ['before_n', (row) => row.before.n],
  ['before_good_or_better', (row) => row.before.goodOrBetter],
  ['before_percent', (row) => row.before.percent],
  ['after_n', (row) => row.after.n],
  ['after_good_or_better', (row) => row.after.goodOrBetter],
  ['after_percent', (row) => row.after.percent],
  ['paired_n', (row) => row.paired.n],
  ['paired_before_good_or_better', (row) => row.paired.beforeGoodOrBetter],
  ['paired_after_good_or_better', (row) => row.paired.afterGoodOrBetter],
  ['paired_before_percent', (row) => row.paired.beforePercent],
  ['paired_after_percent', (row) => row.paired.afterPercent],
  ['paired_before_ci95_low', (row) => row.paired.beforeCi95[0]],
  ['paired_before_ci95_high', (row) => row.paired.beforeCi95[1]],
  ['paired_after_ci95_low', (row) => row.paired.afterCi95[0]],
  ['paired_after_ci95_high', (row) => row.paired.afterCi95[1]],
  ['paired_difference_points', (row) => row.paired.differencePoints],
  ['paired_ci95_low', (row) => row.paired.ci95[0]],
  ['paired_ci95_high', (row) => row.paired.ci95[1]],
  ['mcnemar_mid_p', (row) => row.paired.mcnemarP],
  ['wilcoxon_p', (row) => row.paired.wilcoxonP],
  ['rank_biserial', (row) => row.paired.rankBiserial],
  ['unpaired_difference_points', (row) => row.unpaired.differencePoints],
  ['unpaired_ci95_low', (row) => row.unpaired.ci95[0]],
  ['unpaired_ci95_high', (row) => row.unpaired.ci95[1]],
  ['attended', (row) => row.attended],
  ['response_rate_before', (row) => row.responseRate.before],
  ['response_rate_after', (row) => row.responseRate.after],
  ['bound_before_low', (row) => row.bounds.before[0]],
  ['bound_before_high', (row) => row.bounds.before[1]],
  ['bound_after_low', (row) => row.bounds.after[0]],
  ['bound_after_high', (row) => row.bounds.after[1]],
  ...[1, 2, 3, 4, 5].flatMap((rating): Column[] => [
    [`before_rated_${rating}`, (row) => row.distribution.before?.[rating - 1] ?? null],
    [`after_rated_${rating}`, (row) => row.distribution.after?.[rating - 1] ?? null],
  ]),
  ['suppressed', (row) => (row.suppressed ? 'fewer than 5 answered' : '')],
  ['demonstration', (row) => (row.demonstration ? 'demonstration' : '')],
];

/** So many columns say what a row is about. */
const NAMING = 3;

/** A line for each row, numbers unrounded; a row that is kept back has empty cells and says why. */
export function knowledgeGainCsv(rows: readonly KnowledgeGainRow[]): string {
  return writeCsv(
    COLUMNS.map(([name]) => name),
    rows.map((row) => COLUMNS.map(([, cell]) => cell(row))),
  );
}

/** The same columns, with one more for each cut behind the statement: what it is called there. */
export function cutGainCsv(rows: readonly CutRow[], cuts: readonly ReportCut[]): string {
  const [names, figures] = [COLUMNS.slice(0, NAMING), COLUMNS.slice(NAMING)];
  return writeCsv(
    [...names.map(([name]) => name), ...cuts, ...figures.map(([name]) => name)],
    rows.map((row) => [
      ...names.map(([, cell]) => cell(row)),
      ...cuts.map((cut) => row.cuts.find(({ by }) => by === cut)?.label ?? ''),
      ...figures.map(([, cell]) => cell(row)),
    ]),
  );
}
