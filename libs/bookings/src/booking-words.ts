import type { MissingPrerequisite } from '@roundtable/contracts';
import { dateInWords, timeInWords, whenInWords } from '@roundtable/platform';
import type { BookingFacts } from './booking-facts';

const whenOf = (facts: BookingFacts): string =>
  facts.startsAt && facts.endsAt ? whenInWords(facts.startsAt, facts.endsAt) : 'Date to be confirmed';

/** A subject with course and date. */
export const subjectOf = (start: string, facts: BookingFacts): string =>
  `${start}: ${facts.courseTitle}${facts.startsAt ? `, ${dateInWords(facts.startsAt)}` : ''}`;

/** What every mail about a booking lists. */
export function factsInWords(facts: BookingFacts): { label: string; value: string }[] {
  return [
    { label: 'Course', value: facts.courseTitle },
    { label: 'When', value: whenOf(facts) },
    { label: 'Where', value: facts.place },
    { label: 'Booking reference', value: facts.reference },
  ];
}

/** What must be completed before the training, with its address, and by when; empty where nothing is missing. */
export function stillToComplete(
  missing: readonly MissingPrerequisite[],
  { completeBy: until }: BookingFacts,
  publicUrl: string,
): string[] {
  if (missing.length === 0 || !until) return [];
  const names = missing.map((one) => `${one.title} (${publicUrl}${one.url})`).join('; ');
  return [`Complete this before the training: ${names}. Please do so by ${dateInWords(until)}, ${timeInWords(until)}.`];
}

/** Until when cancelling is free; nothing while there is no date. */
export function cutOffInWords({ freeCancellationUntil: until }: Pick<BookingFacts, 'freeCancellationUntil'>): string[] {
  return until ? [`You can cancel free of charge until ${dateInWords(until)}, ${timeInWords(until)}.`] : [];
}
