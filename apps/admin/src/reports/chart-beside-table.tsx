import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** A chart with the same figures in a table beside it; one below the other where there is little room. */
export function ChartBesideTable({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          lg: '18rem minmax(0, 1fr)',
          xl: 'minmax(0, 2fr) minmax(0, 3fr)',
        },
        gap: 3,
        alignItems: 'start',
        mt: 1.5,
      }}
    >
      {children}
    </Box>
  );
}
