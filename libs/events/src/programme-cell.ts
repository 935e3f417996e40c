import { dateInWords } from '@roundtable/platform';

/** What a cell may have meant: words for a button, and the text that says it plainly. */
export interface CellAnswer {
  label: string;
  text: string;
}

/**
 * What a cell means, or a plain reason why it cannot be taken, fit to show to the person who typed it; with what it may
 * have meant, where that can be asked.
 */
export type Reading<Meaning> = ({ ok: true } & Meaning) | { ok: false; reason: string; answers?: CellAnswer[] };

/** The form in which cells are read: plain letters, single spaces, no case. */
export function tidy(text: string): string {
  // Compatibility form turns the raised letters and the odd spaces of word processors into plain ones.
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

export function refused(
  reason: string,
  answers: readonly (string | CellAnswer)[] = [],
): { ok: false; reason: string; answers?: CellAnswer[] } {
  if (!answers.length) return { ok: false, reason };
  return {
    ok: false,
    reason,
    answers: answers.map((one) => (typeof one === 'string' ? { label: one, text: one } : one)),
  };
}

/** '30 June 2025', of a London date. */
export function inWordsWithoutWeekday(localDate: string): string {
  return dateInWords(localDate).replace(/^\w+ /, '');
}

export function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}
