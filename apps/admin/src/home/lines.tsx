import { Box } from '@mui/material';
import type { MorningLines } from '@roundtable/contracts';
import type { ReactNode } from 'react';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';
import { plural } from '../words/figures';

interface LinesProps<Row> {
  heading: string;
  found: MorningLines<Row>;
  /** The list that has those that are not shown. */
  rest: string;
  children: (row: Row) => ReactNode;
}

/** One kind of thing that needs a person: a line each; nothing at all where there is none. */
export function Lines<Row extends { id: string }>({
  heading,
  found: { total, lines },
  rest,
  children,
}: LinesProps<Row>) {
  if (total === 0) return null;
  return (
    <Panel heading={`${heading} (${total})`}>
      <Box component="ul" sx={{ m: 0, pl: 2.5, overflowWrap: 'anywhere', '& li': { py: 0.5 } }}>
        {lines.map((row) => (
          <li key={row.id}>{children(row)}</li>
        ))}
      </Box>
      {total > lines.length ? (
        <p>
          {plural(total - lines.length, 'more is', 'more are')} in the <TextLink to={rest}>whole list</TextLink>.
        </p>
      ) : null}
    </Panel>
  );
}
