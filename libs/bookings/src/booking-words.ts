import type { MissingPrerequisite } from '@roundtable/contracts';
import { dateInWords, timeInWords, whenInWords } from '@roundtable/platform';
import type { BookingFacts } from './booking-facts';

/** Whoever does something in the office and has no name to be told. */
export const NOBODY_NAMED = 'The training team';

export const whenOf = ({ startsAt, endsAt }: Pick<BookingFacts, 'startsAt' | 'endsAt'>): string =>
  startsAt && endsAt ? whenInWords(startsAt, endsAt) : 'Date to be confirmed';

export const momentInWords = (at: Date): string => `${dateInWords(at)}, ${timeInWords(at)}`;

/** The course with its date. */
export const trainingInWords = ({ courseTitle, startsAt }: Pick<BookingFacts, 'courseTitle' | 'startsAt'>): string =>
  `${courseTitle}${startsAt ? `, ${dateInWords(startsAt)}` : ''}`;

/** What every mail about a booking lists. */
export function factsInWords(facts: BookingFacts): { label: string; value: string }[] {
  return [
    { label: 'Course', value: facts.courseTitle },
    { label: 'When', value: whenOf(facts) },
    { label: 'Where', value: facts.place },
    { label: 'Booking reference', value: facts.reference },
  ];
}

/** What is missing, in one line; with where to find each, where `publicUrl` is given. */
export function missingInWords(missing: readonly MissingPrerequisite[], publicUrl?: string): string {
  return missing
    .map(({ title, url }) => (publicUrl === undefined ? title : `${title} (${publicUrl}${url})`))
    .join('; ');
}
