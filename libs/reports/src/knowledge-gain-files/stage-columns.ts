import {
  MODE_LABELS,
  type MeasurementMode,
  type ModeComparison,
  type ModeShare,
  STAGE_COMPARISONS,
  STAGE_MODES,
  type StageKind,
  type StageRow,
  comparisonInWords,
} from '@roundtable/contracts';

/** What kind of number a column holds, by which a sheet shows it. */
export type StageNumber = 'people' | 'percent' | 'points' | 'probability' | 'effect';

/** A number of a row: what a sheet calls it, what a file for programs calls it, and where it is. */
export interface StageColumn {
  heading: string;
  key: string;
  number: StageNumber;
  cell: (row: StageRow) => number | null;
}

/** Every number of a kind's rows, in the order of a file; each names the modes that it is of. */
export function stageColumns(kind: StageKind): StageColumn[] {
  const label = MODE_LABELS[kind];
  const own = nameOf(kind);
  return [
    column(`${label}: answered`, `${own}_n`, 'people', ({ answered }) => answered.n),
    column(`${label}: good or very good`, `${own}_good_or_better`, 'people', ({ answered }) => answered.goodOrBetter),
    column(`${label}: good or very good (%)`, `${own}_percent`, 'percent', ({ answered }) => answered.percent),
    column('Attended', `${own}_attended`, 'people', ({ attended }) => attended),
    column(`${label}: response rate (%)`, `${own}_response_rate`, 'percent', ({ responseRate }) => responseRate),
    ...(kind === 'follow-up' ? togetherColumns() : []),
    ...STAGE_COMPARISONS[kind].flatMap(([from, to], index) => comparisonColumns(from, to, index)),
  ];
}

/** Those who rated three times, and what remains. */
function togetherColumns(): StageColumn[] {
  const remains = 'Became good right after, still good at follow-up';
  return [
    column('All three times: the same people', 'all_three_n', 'people', ({ together }) => together.n),
    ...STAGE_MODES['follow-up'].flatMap((mode, index) =>
      shareColumns(`${MODE_LABELS[mode]}, all three times`, `all_three_${nameOf(mode)}`, ({ together }) =>
        together.shares.at(index),
      ),
    ),
    column('Became good or very good right after', 'became_good_n', 'people', (row) => row.remains?.became ?? null),
    column(remains, 'still_good_n', 'people', (row) => row.remains?.still ?? null),
    column(`${remains} (%)`, 'still_good_percent', 'percent', (row) => row.remains?.percent ?? null),
    ...limitColumns(remains, 'still_good', 'percent', (row) => row.remains?.ci95),
  ];
}

function comparisonColumns(from: MeasurementMode, to: MeasurementMode, index: number): StageColumn[] {
  const name = comparisonInWords(from, to);
  const key = `${nameOf(from)}_to_${nameOf(to)}`;
  const of = (row: StageRow): ModeComparison | undefined => row.comparisons.at(index);
  return [
    column(`${name}: the same people`, `${key}_n`, 'people', (row) => of(row)?.n ?? null),
    ...shareColumns(`${name}: ${MODE_LABELS[from].toLowerCase()}`, `${key}_${nameOf(from)}`, (row) => of(row)?.from),
    ...shareColumns(`${name}: ${MODE_LABELS[to].toLowerCase()}`, `${key}_${nameOf(to)}`, (row) => of(row)?.to),
    column(
      `${name}: difference (points)`,
      `${key}_difference_points`,
      'points',
      (row) => of(row)?.differencePoints ?? null,
    ),
    ...limitColumns(`${name}: difference`, key, 'points', (row) => of(row)?.ci95),
    column(`${name}: McNemar, mid-p`, `${key}_mcnemar_mid_p`, 'probability', (row) => of(row)?.mcnemarP ?? null),
    column(`${name}: Wilcoxon signed-rank`, `${key}_wilcoxon_p`, 'probability', (row) => of(row)?.wilcoxonP ?? null),
    column(`${name}: rank-biserial`, `${key}_rank_biserial`, 'effect', (row) => of(row)?.rankBiserial ?? null),
  ];
}

function shareColumns(name: string, key: string, share: (row: StageRow) => ModeShare | undefined): StageColumn[] {
  return [
    column(`${name}: good or very good`, `${key}_good_or_better`, 'people', (row) => share(row)?.goodOrBetter ?? null),
    column(`${name}: good or very good (%)`, `${key}_percent`, 'percent', (row) => share(row)?.percent ?? null),
    ...limitColumns(name, key, 'percent', (row) => share(row)?.ci95),
  ];
}

function limitColumns(
  name: string,
  key: string,
  number: 'percent' | 'points',
  limits: (row: StageRow) => readonly [number | null, number | null] | undefined,
): StageColumn[] {
  const unit = number === 'percent' ? '%' : 'points';
  return [
    column(`${name}: 95% interval, low (${unit})`, `${key}_ci95_low`, number, (row) => limits(row)?.[0] ?? null),
    column(`${name}: 95% interval, high (${unit})`, `${key}_ci95_high`, number, (row) => limits(row)?.[1] ?? null),
  ];
}

function column(heading: string, key: string, number: StageNumber, cell: StageColumn['cell']): StageColumn {
  return { heading, key, number, cell };
}

/** 'follow_up'. */
function nameOf(mode: MeasurementMode): string {
  return mode.replaceAll('-', '_');
}
