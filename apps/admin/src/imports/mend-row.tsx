import { Box, Button, TableCell, TableRow } from '@mui/material';
import type { RejectedRow, RowAnswer, TypedRow } from '@roundtable/contracts';
import { memo, type KeyboardEvent } from 'react';
import { colours } from '../look/colours';
import { SmallButton } from '../look/small-button';
import { Tag } from '../look/tag';

export interface MendColumn {
  name: string;
  label: string;
}

interface MendRowProps {
  row: TypedRow;
  columns: readonly MendColumn[];
  problems: readonly RejectedRow[];
  isChanged: boolean;
  onChange: (row: number, cells: Record<string, string>) => void;
  onAnswer: (row: number, answer: RowAnswer) => void;
  onLeaveOut: (row: number) => void;
}

/** As wide as what usually stands there. */
const WIDTHS: Readonly<Record<string, string>> = {
  course: '9rem',
  date: '12.5rem',
  time: '9rem',
  delivery: '5.75rem',
  venue: '6.5rem',
  fee: '4.5rem',
  capacity: '3.25rem',
  trainer: '5.5rem',
};

export const cellId = (row: number, at: number) => `cell-${row}-${at}`;

/** A row whose cells are typed into, with what is wrong with it, and what it may mean, under it. */
export const MendRow = memo(function MendRow(props: MendRowProps) {
  const { row, columns, problems, isChanged, onChange, onLeaveOut } = props;
  const reasonsId = `reasons-${row.row}`;
  const isWrong = (name: string) => problems.some(({ column }) => column === name);
  return (
    <>
      <TableRow>
        <TableCell component="th" scope="row">
          {row.row} <RowState problems={problems} isChanged={isChanged} />
        </TableCell>
        {columns.map(({ name, label }, at) => (
          <TableCell key={name} sx={{ p: '3px !important' }}>
            <Box
              component="input"
              id={cellId(row.row, at)}
              data-cell
              aria-label={`${label}, row ${row.row}`}
              aria-invalid={isWrong(name)}
              aria-describedby={isWrong(name) ? reasonsId : undefined}
              value={row.cells[at] ?? ''}
              onChange={(event) => onChange(row.row, { [name]: event.target.value })}
              onKeyDown={moveDownOrUp}
              sx={{
                font: 'inherit',
                color: colours.ink,
                width: '100%',
                minWidth: WIDTHS[name] ?? '7rem',
                minHeight: 36,
                px: 0.75,
                boxSizing: 'border-box',
                bgcolor: isWrong(name) ? colours.redLight : '#ffffff',
                border: isWrong(name) ? `2px solid ${colours.red}` : `1px solid ${colours.muted}`,
                borderRadius: 0.5,
                '&:focus': { outline: `3px solid ${colours.focus}`, borderColor: colours.black },
              }}
            />
          </TableCell>
        ))}
        <TableCell>
          <SmallButton verb="Leave out" what={`row ${row.row}`} onClick={() => onLeaveOut(row.row)} isEnd />
        </TableCell>
      </TableRow>
      {problems.length > 0 ? <Reasons {...props} id={reasonsId} /> : null}
    </>
  );
});

function RowState({ problems, isChanged }: Pick<MendRowProps, 'problems' | 'isChanged'>) {
  if (problems.length > 0) return <Tag tone="bad">To mend</Tag>;
  return isChanged ? <Tag tone="attention">Not checked</Tag> : <Tag tone="good">Ready</Tag>;
}

function Reasons({ id, row, columns, problems, onAnswer }: MendRowProps & { id: string }) {
  const labelOf = (name: string) => columns.find((column) => column.name === name)?.label ?? name;
  return (
    <TableRow>
      <TableCell colSpan={columns.length + 2} sx={{ bgcolor: colours.redLight }}>
        <Box component="ul" id={id} sx={{ m: 0, pl: 2.5, position: 'sticky', left: 20, maxWidth: 'min(52rem, 75vw)' }}>
          {problems.map(({ column, reason, answers }, index) => (
            <li key={`${column} ${index}`}>
              <strong>{labelOf(column)}:</strong> {reason}{' '}
              {(answers ?? []).map((answer) => (
                <Button
                  key={answer.label}
                  size="small"
                  variant="outlined"
                  onClick={() => {
                    onAnswer(row.row, answer);
                    focusOn(
                      row.row,
                      columns.findIndex(({ name }) => name === column),
                    );
                  }}
                  sx={{ minHeight: 30, py: 0, m: 0.25, bgcolor: '#ffffff', whiteSpace: 'normal', textAlign: 'left' }}
                >
                  {answer.label}
                </Button>
              ))}
            </li>
          ))}
        </Box>
      </TableCell>
    </TableRow>
  );
}

/** The button that was pressed goes with its question, so the keyboard stays at the cell. */
function focusOn(row: number, at: number): void {
  document.getElementById(cellId(row, Math.max(at, 0)))?.focus();
}

/** Enter and the arrow down go to the same column of the next row, the arrow up to the one before. */
function moveDownOrUp(press: KeyboardEvent<HTMLInputElement>): void {
  const way = press.key === 'ArrowUp' || (press.key === 'Enter' && press.shiftKey) ? -1 : 1;
  if (!['Enter', 'ArrowDown', 'ArrowUp'].includes(press.key) || press.nativeEvent.isComposing) return;
  press.preventDefault();
  const at = press.currentTarget.id.split('-').at(-1);
  const column = [...document.querySelectorAll<HTMLInputElement>(`input[data-cell][id$="-${at}"]`)];
  const next = column[column.indexOf(press.currentTarget) + way];
  next?.focus();
  next?.select();
}
