import { QueryClient } from '@tanstack/react-query';
import { HttpError } from 'react-admin';

/** A refusal is an answer, so it is shown at once; only a call that got none is tried again. */
function isWorthRetrying(tries: number, error: Error): boolean {
  const isRefusal = error instanceof HttpError && error.status >= 400 && error.status < 500;
  return !isRefusal && tries < 2;
}

export const queryClient = new QueryClient({ defaultOptions: { queries: { retry: isWorthRetrying } } });
