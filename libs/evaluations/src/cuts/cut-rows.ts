import type { CutRow, ReportCut } from '@roundtable/contracts';
import { knowledgeGainRow } from '../knowledge-gain-rules';
import type { StatementTitle } from '../publication/publication-rows';
import type { AnswerCell, AttendedCell } from './answer-cell';

export interface CutLabel {
  label: string;
  /** By which rows are put in order. */
  order: string;
}

/** What a cut is called for people of one event and sector; several where an event has several trainers. */
export type CutLabels = (cut: ReportCut, cell: Pick<AnswerCell, 'eventId' | 'sector'>) => readonly CutLabel[];

/**
 * Rows of the live report by one cut or two at once, statement by statement, labels in order. An event that two
 * trainers gave counts with each. How many attended is counted at the events at which the statement was answered.
 */
export function cutRows(
  statements: readonly StatementTitle[],
  cells: readonly AnswerCell[],
  attended: readonly AttendedCell[],
  cuts: readonly ReportCut[],
  labelsOf: CutLabels,
): CutRow[] {
  const ofStatement = grouped(cells, ({ statementId }) => [statementId]);
  return statements.flatMap((about) => {
    const answered = ofStatement.get(about.statementId) ?? [];
    const events = new Set(answered.map(({ eventId }) => eventId));
    const present = attended.filter(({ eventId }) => events.has(eventId));
    const keys = (cell: Pick<AnswerCell, 'eventId' | 'sector'>) =>
      combined(cuts.map((cut) => labelsOf(cut, cell))).map((labels) => JSON.stringify(labels));
    const presentIn = grouped(present, keys);
    return [...grouped(answered, keys)]
      .map(([key, of]) => ({ labels: JSON.parse(key) as CutLabel[], of, present: presentIn.get(key) ?? [] }))
      .sort((one, other) => (orderOf(one.labels) < orderOf(other.labels) ? -1 : 1))
      .map(({ labels, of, present: there }) => ({
        ...knowledgeGainRow({
          ...about,
          isDemonstration: about.isDemonstration || of.some(({ isDemonstration }) => isDemonstration),
          groups: of,
          attended: there.reduce((sum, cell) => sum + cell.attended, 0),
        }),
        cuts: cuts.map((by, index) => ({ by, label: labels[index]?.label ?? '' })),
      }));
  });
}

function orderOf(labels: readonly CutLabel[]): string {
  return labels.map(({ order }) => order).join('|');
}

function combined(labels: readonly (readonly CutLabel[])[]): CutLabel[][] {
  return labels.reduce<CutLabel[][]>(
    (all, next) => all.flatMap((before) => next.map((label) => [...before, label])),
    [[]],
  );
}

function grouped<Row>(rows: readonly Row[], keysOf: (row: Row) => readonly string[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows)
    for (const key of keysOf(row)) {
      const there = groups.get(key);
      if (there) there.push(row);
      else groups.set(key, [row]);
    }
  return groups;
}
