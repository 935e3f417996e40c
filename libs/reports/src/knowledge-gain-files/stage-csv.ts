import { STAGE_HEADINGS, STAGE_KINDS, type StageKind, type StageRow } from '@roundtable/contracts';
import { writeCsv } from '@roundtable/platform';
import { type StageColumn, stageColumns } from './stage-columns';

const NAMES = ['course_id', 'course', 'statement', 'about'];
const REMARKS = ['suppressed', 'demonstration'];

/** A line for each row, numbers unrounded. What is not of a row's kind is empty, as is a row that is kept back. */
export function stageCsv(rows: readonly StageRow[]): string {
  const columns = STAGE_KINDS.flatMap((kind): [StageKind, StageColumn][] =>
    stageColumns(kind).map((column) => [kind, column]),
  );
  return writeCsv(
    [...NAMES, ...columns.map(([, { key }]) => key), ...REMARKS],
    rows.map((row) => [
      row.courseId,
      row.courseTitle,
      row.statement,
      STAGE_HEADINGS[row.kind],
      ...columns.map(([kind, { cell }]) => (row.kind === kind ? cell(row) : null)),
      row.suppressed ? 'a group of fewer than 5' : '',
      row.demonstration ? 'demonstration' : '',
    ]),
  );
}
