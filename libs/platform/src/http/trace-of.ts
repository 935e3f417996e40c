/**
 * An error as it may be written to the log. A database tells the values it refused in its message ('Duplicate entry
 * …'), so of such an error only the kind, the code and the places in the program are written.
 */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { driverError } = error as { driverError?: { code?: string } };
  if (!driverError) return error.stack ?? error.message;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name} ${driverError.code ?? 'without a code'}`, ...places].join('\n');
}
