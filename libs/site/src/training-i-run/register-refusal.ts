import { Problem } from '@roundtable/platform';

const WORDS: Partial<Record<string, string>> = {
  'register.incomplete': 'Mark everybody present or absent and save, then close the register',
  'register.not-open': 'You can mark who is present on the day of the training',
  'register.no-walk-ins': 'People who come without a place are entered from 30 minutes before the start',
  'register.closed': 'The register is closed. If something in it is wrong, tell the training team',
};

/** Why the register was not changed, to say on its page; what belongs elsewhere is thrown on. */
export function registerRefusal(error: unknown): string {
  const words = error instanceof Problem ? WORDS[error.code] : undefined;
  if (words === undefined) throw error;
  return words;
}
