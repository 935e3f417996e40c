import type { EventWarning } from '@roundtable/contracts';
import { spanInWords } from '../../words/london-time';

/** A warning as a sentence. */
export function warningInWords({ kind, name, courseTitle, startsAt, endsAt }: EventWarning): string {
  const other = startsAt && endsAt ? `“${courseTitle}”, ${spanInWords(startsAt, endsAt)}` : '';
  if (kind === 'venue-taken') return `${name} has another event at that time: ${other}.`;
  if (kind === 'trainer-taken') return `${name} is on another event at that time: ${other}.`;
  if (kind === 'trainer-away') return `${name} is away on that day.`;
  return `More people than the room may hold. ${name}.`;
}
