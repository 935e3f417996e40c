import type { QuestionView } from './evaluations';

/** With a small first letter, unless the text starts with a name in capitals. */
export function insideSentence(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** 'Your knowledge of how to …', the same as it would have been before, or the question in its own words. */
export function questionInWords({ stem, wording, mode }: Pick<QuestionView, 'stem' | 'wording' | 'mode'>): string {
  if (!stem) return wording;
  const rated = `${stem} ${insideSentence(wording)}`;
  return mode === 'retrospective-before' ? `Before the course I would have said: my ${rated}` : `Your ${rated}`;
}
