import { type CountedKind, MODE_LABELS, type QuestionFiguresRow, type ShareFigure } from '@roundtable/contracts';
import { type Cell, type FigureColumn, ONE_DECIMAL, WHOLE } from './figure-sheet';

/** One answer of a question at one stage; a question with numbers has one line without an answer. */
export interface QuestionLine {
  row: QuestionFiguresRow;
  answer: Cell;
  share: ShareFigure | null;
}

const KINDS: Record<CountedKind, string> = {
  'yes-no': 'yes or no',
  single: 'one answer from a list',
  several: 'several answers from a list',
  number: 'number',
  scale: 'scale',
};

export const QUESTION_COLUMNS: FigureColumn<QuestionLine>[] = [
  { name: 'question_id', cell: ({ row }) => row.questionId },
  { name: 'question', heading: 'Question', width: 46, cell: ({ row }) => row.wording },
  {
    name: 'kind',
    heading: 'Answered by',
    width: 18,
    cell: ({ row }) => row.kind,
    words: ({ row }) => KINDS[row.kind],
  },
  { name: 'source', cell: ({ row }) => row.source },
  { name: 'course_id', cell: ({ row }) => row.courseId },
  { name: 'course', heading: 'Course', width: 26, cell: ({ row }) => row.courseTitle ?? 'all courses' },
  {
    name: 'stage',
    heading: 'Asked',
    cell: ({ row }) => row.stage,
    words: ({ row }) => MODE_LABELS[row.stage],
  },
  { name: 'answered', heading: 'Answered', format: WHOLE, cell: ({ row }) => row.n },
  { name: 'answer', heading: 'Answer', width: 26, cell: ({ answer }) => answer },
  { name: 'count', heading: 'Count', format: WHOLE, cell: ({ share }) => share?.count ?? null },
  { name: 'percent', heading: 'Share (%)', format: ONE_DECIMAL, cell: ({ share }) => share?.percent ?? null },
  {
    name: 'ci95_low',
    heading: '95% interval, low (%)',
    format: ONE_DECIMAL,
    cell: ({ share }) => share?.ci95[0] ?? null,
  },
  {
    name: 'ci95_high',
    heading: '95% interval, high (%)',
    format: ONE_DECIMAL,
    cell: ({ share }) => share?.ci95[1] ?? null,
  },
  { name: 'mean', heading: 'Mean', format: '0.00', cell: ({ row }) => row.mean },
  { name: 'median', heading: 'Median', format: ONE_DECIMAL, cell: ({ row }) => row.median },
  { name: 'suppressed', heading: 'Note', width: 30, cell: ({ row }) => keptBack(row) },
  {
    name: 'demonstration',
    heading: 'Demonstration',
    width: 16,
    cell: ({ row }) => (row.demonstration ? 'demonstration' : ''),
  },
];

/** A line for each answer that could be given, so that a sheet can be filtered by it. */
export function questionLines(rows: readonly QuestionFiguresRow[]): QuestionLine[] {
  return rows.flatMap((row): QuestionLine[] => {
    if (row.kind === 'yes-no') return [{ row, answer: 'yes', share: row.yes }];
    if (row.kind === 'number') return [{ row, answer: null, share: null }];
    return row.answers.map((share) => ({
      row,
      answer: row.kind === 'scale' ? Number(share.answer) : share.answer,
      share,
    }));
  });
}

function keptBack({ suppressed, answersSuppressed }: QuestionFiguresRow): string {
  if (suppressed) return 'fewer than 5 answered';
  return answersSuppressed ? 'fewer than 10 answered' : '';
}
