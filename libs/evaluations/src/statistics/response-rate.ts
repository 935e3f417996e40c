import { requirePartOf } from './counts';
import type { Interval } from './wilson-interval';

/** Proportions from 0 to 1, unrounded; null where there was nobody to answer. */
export interface ResponseRate {
  readonly ofAttended: number | null;
  readonly ofInvited: number | null;
}

/**
 * Responses over those who attended, and over those invited to answer. In: counts of people; `responses` are of
 * people who attended and were invited, so a RangeError is thrown where there are more of them than of either.
 */
export function responseRate(counts: {
  readonly responses: number;
  readonly attended: number;
  readonly invited: number;
}): ResponseRate {
  const { responses, attended, invited } = counts;
  requirePartOf(responses, attended);
  requirePartOf(responses, invited);
  return {
    ofAttended: attended === 0 ? null : responses / attended,
    ofInvited: invited === 0 ? null : responses / invited,
  };
}

/**
 * How low and how high the share of positives among all who attended can be, whatever those who did not answer think:
 * [k / N, (k + N - R) / N]. In: counts, k positive of R responses of N attended. Out: proportions from 0 to 1,
 * unrounded; null where nobody attended. Throws a RangeError unless 0 <= k <= R <= N.
 * Source: Manski (1989), J. Hum. Resour. 24:343-360 (worst-case bounds).
 */
export function nonResponseBound(counts: {
  readonly attended: number;
  readonly responses: number;
  readonly positive: number;
}): Interval | null {
  const { attended, responses, positive } = counts;
  requirePartOf(positive, responses);
  requirePartOf(responses, attended);
  if (attended === 0) {
    return null;
  }
  return [positive / attended, (positive + attended - responses) / attended];
}
