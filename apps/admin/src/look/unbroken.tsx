import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Words that stay on one line. */
export function Unbroken({ children }: { children: ReactNode }) {
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      {children}
    </Box>
  );
}
