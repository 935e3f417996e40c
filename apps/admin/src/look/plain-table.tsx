import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import type { ReactNode } from 'react';

export interface Column<Row> {
  heading: string;
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
  /** Stays on one line, such as a date. */
  isUnbroken?: boolean;
  minWidth?: string;
  /** Names its row, for people who listen to the table. */
  isRowHeading?: boolean;
}

interface PlainTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
  /** What to say when there are no rows. */
  empty?: ReactNode;
}

export function PlainTable<Row>({ caption, columns, rows, rowKey, empty }: PlainTableProps<Row>) {
  // Where it may scroll sideways, people who use the keyboard have to reach it.
  const isNarrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <TableContainer
      sx={{ position: 'relative', overflowX: { xs: 'auto', sm: 'visible' } }}
      {...(isNarrow && { tabIndex: 0, role: 'region', 'aria-label': caption })}
    >
      <Table>
        <caption style={visuallyHidden}>{caption}</caption>
        <TableHead>
          <TableRow>
            {columns.map(({ heading, isNumber, minWidth }) => (
              <TableCell key={heading} scope="col" align={isNumber ? 'right' : 'left'} sx={{ minWidth }}>
                {heading}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={rowKey(row, index)}>
              {columns.map(({ heading, cell, isNumber, isUnbroken, isRowHeading }) => (
                <TableCell
                  key={heading}
                  align={isNumber ? 'right' : 'left'}
                  sx={{ whiteSpace: isUnbroken ? 'nowrap' : undefined }}
                  {...(isRowHeading ? { component: 'th', scope: 'row' } : {})}
                >
                  {cell(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
