import type { ImportKind, ImportResult, RejectedRow, RowAnswer, TypedRow, TypedRows } from '@roundtable/contracts';
import { useCallback, useState } from 'react';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { plural } from '../words/figures';

export type Problems = Readonly<Record<number, readonly RejectedRow[]>>;

interface Start {
  kind: ImportKind;
  period: string;
  sheet: TypedRows;
  rejected: readonly RejectedRow[];
}

function byRow(rejected: readonly RejectedRow[]): Problems {
  const problems: Record<number, RejectedRow[]> = {};
  for (const one of rejected) (problems[one.row] ??= []).push(one);
  return problems;
}

/**
 * Rows of a sheet while they are mended: what they say, and what is still wrong with each. Saving takes in those that
 * are right and keeps the others here.
 */
export function useMending({ kind, period, sheet, rejected }: Start) {
  const { columns } = sheet;
  const [rows, setRows] = useState<readonly TypedRow[]>(sheet.rows);
  const [problems, setProblems] = useState<Problems>(() => byRow(rejected));
  const [changed, setChanged] = useState<ReadonlySet<number>>(new Set());
  const [saved, setSaved] = useState<ImportResult | null>(null);

  const send = async (isCheck: boolean) => {
    const search = new URLSearchParams({ ...(isCheck ? { dryRun: 'true' } : {}), ...(period ? { period } : {}) });
    const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    const result = await api.post<ImportResult>(`/imports/${kind}/rows?${search.toString()}`, {
      columns,
      rows: filled,
    });
    return { result, isCheck };
  };
  const action = useAction(send, {
    done: ({ result, isCheck }) => (isCheck ? 'We checked the rows. Nothing was saved.' : savedInWords(result)),
    onDone: ({ result, isCheck }) => {
      const wrong = byRow(result.rejected);
      setProblems(wrong);
      setChanged(new Set());
      if (isCheck) return;
      setSaved(result);
      setRows(rows.filter(({ row }) => wrong[row] !== undefined));
    },
    showsRefusal: true,
  });

  const change = useCallback(
    (row: number, cells: Readonly<Record<string, string>>) => {
      setRows((before) =>
        before.map((one) =>
          one.row === row ? { row, cells: one.cells.map((cell, at) => cells[columns[at] ?? ''] ?? cell) } : one,
        ),
      );
      setProblems((before) => ({ ...before, [row]: (before[row] ?? []).filter(({ column }) => !(column in cells)) }));
      setChanged((before) => (before.has(row) ? before : new Set([...before, row])));
    },
    [columns],
  );
  const leaveOut = useCallback((row: number) => {
    setRows((before) => before.filter((one) => one.row !== row));
    setProblems((before) => ({ ...before, [row]: [] }));
  }, []);
  const answer = useCallback(
    (row: number, { cells }: RowAnswer) => (cells === null ? leaveOut(row) : change(row, cells)),
    [change, leaveOut],
  );
  const addRow = () => {
    const row = Math.max(0, ...rows.map((one) => one.row)) + 1;
    setRows([...rows, { row, cells: columns.map(() => '') }]);
    setChanged(new Set([...changed, row]));
  };

  const toMend = rows.filter(({ row }) => (problems[row]?.length ?? 0) > 0).length;
  return { columns, rows, problems, changed, toMend, saved, action, change, leaveOut, answer, addRow };
}

/** Such as 'We saved 36 new rows; 2 were there already. 4 rows stay to be mended.' */
export function savedInWords({ created, updated, unchanged, rejected }: ImportResult): string {
  const stay = new Set(rejected.map(({ row }) => row)).size;
  const parts = [
    `We saved ${plural(created, 'new row', 'new rows')}`,
    updated ? `${plural(updated, 'row was', 'rows were')} changed` : '',
    unchanged ? `${plural(unchanged, 'row was', 'rows were')} there already` : '',
  ];
  const rest = stay ? ` ${plural(stay, 'row stays', 'rows stay')} here to be mended.` : '';
  return `${parts.filter(Boolean).join('; ')}.${rest}`;
}
