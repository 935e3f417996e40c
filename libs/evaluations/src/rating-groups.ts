import type { RatingGroup } from './knowledge-gain-rules';

/** How many gave one rating after the training, whether or not they gave one before it. */
export interface RatingAfter {
  after: number;
  people: number;
  hasAttended: boolean;
}

/**
 * The answers to one statement as groups of which none holds a person twice. In: everybody who rated before, with what
 * they said after, and everybody who rated after. Whoever rated after alone is what is left over, which is quicker
 * than to look for a missing rating; an answer may come in between the two readings, so that is never less than nobody.
 */
export function ratingGroups(before: readonly RatingGroup[], after: readonly RatingAfter[]): RatingGroup[] {
  const alone = after.map((rated) => {
    const paired = before
      .filter((pair) => pair.after === rated.after && pair.hasAttended === rated.hasAttended)
      .reduce((sum, pair) => sum + pair.people, 0);
    return { ...rated, before: null, people: Math.max(0, rated.people - paired) };
  });
  return [...before, ...alone.filter(({ people }) => people > 0)];
}
