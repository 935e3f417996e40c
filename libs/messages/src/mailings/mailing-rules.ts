import { londonInstant, mergeFieldProblem } from '@roundtable/platform';

/** What has to be mended in the words of a mailing, by field; empty where nothing has. */
export function wordsErrors(
  { subject, words }: { subject: string; words: string },
  fields: readonly string[],
): Record<string, string> {
  const errors: Record<string, string> = {};
  const ofSubject = subject.trim() === '' ? 'Enter a subject' : mergeFieldProblem(subject, fields);
  const ofWords = words.trim() === '' ? 'Enter the text of the mail' : mergeFieldProblem(words, fields);
  if (ofSubject !== null) errors['subject'] = ofSubject;
  if (ofWords !== null) errors['words'] = ofWords;
  return errors;
}

const YEAR_MS = 366 * 24 * 3600_000;

/**
 * When a mail goes, from a London date (YYYY-MM-DD) and time (HH:MM): at once where neither is given. What cannot be
 * is told at its field: one without the other, a time that is over, one that the clocks skip or show twice.
 */
export function sendAtOf(
  { sendOn, sendTime }: { sendOn?: string | undefined; sendTime?: string | undefined },
  now: Date,
): { sendAt: Date; isNow: boolean } | { errors: Record<string, string> } {
  if (sendOn === undefined && sendTime === undefined) return { sendAt: now, isNow: true };
  if (sendOn === undefined) return { errors: { sendOn: 'Enter the date on which it goes' } };
  if (sendTime === undefined) return { errors: { sendTime: 'Enter the time at which it goes' } };
  const at = londonInstant(sendOn, sendTime);
  if (!at.ok) return { errors: { [at.reason === 'not-a-date' ? 'sendOn' : 'sendTime']: TIME_PROBLEMS[at.reason] } };
  if (at.instant <= now) return { errors: { sendOn: 'Choose a date and time that are still to come' } };
  if (at.instant.getTime() > now.getTime() + YEAR_MS) return { errors: { sendOn: 'Choose a date within a year' } };
  return { sendAt: at.instant, isNow: false };
}

const TIME_PROBLEMS = {
  'not-a-date': 'Enter a date that exists',
  'not-a-time': 'Enter a time like 09:30',
  'does-not-exist': 'The clocks go forward that night and skip this time. Choose another one',
  'happens-twice': 'The clocks go back that night and show this time twice. Choose another one',
};

/** The paragraphs of a text that somebody typed: what empty lines part. */
export function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);
}
