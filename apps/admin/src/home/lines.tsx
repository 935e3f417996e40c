import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { Panel } from '../look/panel';

interface LinesProps<Row> {
  heading: string;
  rows: readonly Row[];
  children: (row: Row) => ReactNode;
}

/** One kind of thing that needs a person: a line each; nothing at all where there is none. */
export function Lines<Row extends { id: string }>({ heading, rows, children }: LinesProps<Row>) {
  if (rows.length === 0) return null;
  return (
    <Panel heading={`${heading} (${rows.length})`}>
      <Box component="ul" sx={{ m: 0, pl: 2.5, '& li': { py: 0.5 } }}>
        {rows.map((row) => (
          <li key={row.id}>{children(row)}</li>
        ))}
      </Box>
    </Panel>
  );
}
