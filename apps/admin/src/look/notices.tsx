import { Alert, Box, CircularProgress, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** Why something could not be shown or done, in the words of the refusal. */
export function Refusal({ error }: { error: unknown }) {
  if (!error) return null;
  const message =
    error instanceof Error ? error.message : 'Something went wrong on our side. Try again in a few minutes.';
  return (
    <Alert severity="error" role="alert" sx={{ my: 1.5 }}>
      {message}
    </Alert>
  );
}

/** There is nothing here, and what to do about it. */
export function Nothing({ children }: { children: ReactNode }) {
  return <Typography sx={{ py: 1, color: 'text.secondary', maxWidth: '44rem' }}>{children}</Typography>;
}

export function Waiting() {
  return (
    <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 1.5, py: 2, color: 'text.secondary' }}>
      <CircularProgress size={20} color="inherit" aria-hidden="true" />
      Loading
    </Box>
  );
}
