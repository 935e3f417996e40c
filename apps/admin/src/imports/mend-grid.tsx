import {
  Alert,
  Box,
  Button,
  FormControlLabel,
  Switch,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
} from '@mui/material';
import {
  type ImportKind,
  type ImportResult,
  PROGRAMME_COLUMNS,
  type RejectedRow,
  type TypedRows,
} from '@roundtable/contracts';
import { visuallyHidden } from '@mui/utils';
import { useMemo, useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { Refusal } from '../look/notices';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';
import { plural } from '../words/figures';
import { sentenceCase } from '../words/labels';
import { MendRow } from './mend-row';
import { savedInWords, useMending } from './use-mending';

interface MendGridProps {
  kind: ImportKind;
  period: string;
  sheet: TypedRows;
  rejected: readonly RejectedRow[];
  heading: string;
}

const LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  PROGRAMME_COLUMNS.map(({ name, label }) => [name, label]),
);

/** Rows to mend where they stand: each wrong cell with its reason, checked again, and saved as they become right. */
export function MendGrid({ kind, period, sheet, rejected, heading }: MendGridProps) {
  const mending = useMending({ kind, period, sheet, rejected });
  const { rows, problems, changed, toMend, saved, action } = mending;
  const [isShort, setShort] = useState(false);
  const columns = useMemo(
    () => sheet.columns.map((name) => ({ name, label: (kind === 'programme' && LABELS[name]) || sentenceCase(name) })),
    [kind, sheet.columns],
  );
  const shown = isShort ? rows.filter(({ row }) => (problems[row]?.length ?? 0) > 0 || changed.has(row)) : rows;
  return (
    <Panel heading={heading}>
      {saved ? <Saved result={saved} kind={kind} /> : null}
      <p role="status">
        {rows.length === 0 ? 'No rows are left here.' : standInWords(rows.length, toMend, changed.size)}
      </p>
      {rows.length === 0 ? null : (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1.5 }}>
            <Button
              variant={toMend || changed.size ? 'contained' : 'outlined'}
              disabled={action.isPending}
              onClick={() => action.mutate(true)}
            >
              Check again
            </Button>
            <Button
              variant={toMend || changed.size ? 'outlined' : 'contained'}
              disabled={action.isPending}
              onClick={() => action.mutate(false)}
            >
              Save the rows that are ready
            </Button>
            <FormControlLabel
              control={<Switch checked={isShort} onChange={(_, checked) => setShort(checked)} />}
              label="Show only the rows to mend"
              sx={{ width: 'auto' }}
            />
          </Box>
          <Refusal error={unlessAtField(action.error, 'file')} />
          {fieldErrors(action.error)['file'] ? (
            <Alert severity="error">{fieldErrors(action.error)['file']}</Alert>
          ) : null}
          <p>Tab goes along a row. Enter and the arrow keys go up and down a column.</p>
          <TableContainer
            tabIndex={0}
            role="group"
            aria-label={heading}
            sx={{ overflowX: 'auto', position: 'relative' }}
          >
            <Table>
              <caption style={visuallyHidden}>{heading}</caption>
              <TableHead>
                <TableRow>
                  <TableCell scope="col">Row</TableCell>
                  {columns.map(({ name, label }) => (
                    <TableCell key={name} scope="col">
                      {label}
                    </TableCell>
                  ))}
                  <TableCell scope="col">Leave out</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {shown.map((row) => (
                  <MendRow
                    key={row.row}
                    row={row}
                    columns={columns}
                    problems={problems[row.row] ?? NONE}
                    isChanged={changed.has(row.row)}
                    onChange={mending.change}
                    onAnswer={mending.answer}
                    onLeaveOut={mending.leaveOut}
                  />
                ))}
              </TableBody>
            </Table>
          </TableContainer>
          <Button onClick={mending.addRow} sx={{ mt: 1 }}>
            Add a row
          </Button>
        </>
      )}
    </Panel>
  );
}

const NONE: readonly RejectedRow[] = [];

function Saved({ result, kind }: { result: ImportResult; kind: ImportKind }) {
  return (
    <Alert severity="success" sx={{ mb: 1.5 }}>
      {savedInWords(result)}{' '}
      {kind === 'programme' ? <TextLink to="/programme-calendar">See them in the programme calendar</TextLink> : null}
    </Alert>
  );
}

function standInWords(rows: number, toMend: number, changed: number): string {
  const all = plural(rows, 'row', 'rows');
  const unchecked = changed ? ` ${plural(changed, 'row has', 'rows have')} changed since the check.` : '';
  if (toMend === 0) return changed ? `${all}.${unchecked}` : `All of ${all} can be saved.`;
  return `${all}, ${toMend} to mend.${unchecked}`;
}
