import { Problem } from '@roundtable/platform';

/** A refusal as an operator reads it: the sentence, and each field's own. Anything else keeps its trace. */
export function refusalText(error: unknown): string {
  if (error instanceof Problem)
    return [
      error.message,
      ...Object.entries(error.more.errors ?? {}).map(([field, message]) => `  ${field}: ${message}`),
    ].join('\n');
  const { code } = error as { code?: string };
  if (code?.startsWith('ERR_PARSE_ARGS')) return (error as Error).message;
  if (code === 'ENOENT') return `The file ${(error as { path?: string }).path ?? ''} is not there.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
