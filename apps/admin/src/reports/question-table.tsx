import { MODE_LABELS, type QuestionFiguresRow } from '@roundtable/contracts';
import { PlainTable, type Column } from '../look/plain-table';
import { count, percent, round } from '../words/figures';

type Row = QuestionFiguresRow;

const NOT_SHOWN = 'Not shown';

const shown = (cell: (row: Row) => string) => (row: Row) => (row.suppressed ? NOT_SHOWN : cell(row));
const figure = (value: number | null, decimals: number) =>
  value === null ? '–' : round(value, decimals).toFixed(decimals);

const COURSE: Column<Row> = {
  heading: 'Course',
  isRowHeading: true,
  minWidth: '7rem',
  cell: ({ courseTitle }) => courseTitle,
};
const STAGE: Column<Row> = { heading: 'Asked', isRowHeading: true, cell: ({ stage }) => MODE_LABELS[stage] };
const ANSWERED: Column<Row> = { heading: 'Answered', isNumber: true, cell: shown(({ n }) => count(n)) };
const YES: Column<Row>[] = [
  { heading: 'Yes', isNumber: true, cell: shown(({ yes }) => count(yes?.count ?? null)) },
  { heading: 'Share', isNumber: true, isUnbroken: true, cell: shown(({ yes }) => percent(yes?.percent ?? null, 1)) },
  {
    heading: '95% interval',
    isNumber: true,
    cell: shown(({ yes }) => `${percent(yes?.ci95[0] ?? null, 1)} to ${percent(yes?.ci95[1] ?? null, 1)}`),
  },
];
const MIDDLE: Column<Row>[] = [
  { heading: 'Mean', isNumber: true, cell: shown(({ mean }) => figure(mean, 2)) },
  { heading: 'Median', isNumber: true, cell: shown(({ median }) => figure(median, 1)) },
];

interface QuestionTableProps {
  caption: string;
  rows: readonly Row[];
  isByCourse?: boolean;
}

/** What can be said of a question at each stage; who was too few says so. */
export function QuestionTable({ caption, rows, isByCourse = false }: QuestionTableProps) {
  const kind = rows[0]?.kind;
  const columns = [
    ...(isByCourse ? [COURSE] : []),
    { ...STAGE, isRowHeading: !isByCourse },
    ANSWERED,
    ...(kind === 'yes-no' ? YES : []),
    ...(kind === 'number' || kind === 'scale' ? MIDDLE : []),
  ];
  return (
    <>
      <PlainTable
        caption={caption}
        columns={columns}
        rows={rows}
        rowKey={({ courseId, stage }) => `${courseId}|${stage}`}
      />
      {rows.some(({ suppressed }) => suppressed) ? <p>{NOT_SHOWN}: fewer than five people answered.</p> : null}
    </>
  );
}
