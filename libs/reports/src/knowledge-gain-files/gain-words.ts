import type { KnowledgeGainRow } from '@roundtable/contracts';
import { pValueText, roundedFigure, roundedPercentage } from '@roundtable/evaluations';

/** What stands where there is no figure, since nobody answered. */
export const NO_FIGURE = '–';

/** What stands in each cell of a row that is kept back. */
export const NOT_SHOWN = 'Not shown';

type Limits = readonly [number | null, number | null];

const withMinus = (text: string): string => text.replace('-', '−');

/** '33.7%', rounded once, from counts. */
export function shareInWords(count: number, of: number): string {
  return `${(roundedPercentage(count, of, 1) ?? 0).toFixed(1)}%`;
}

/** '30 of 89 (33.7%)'. */
export function countInWords(count: number | null, of: number | null): string {
  return count === null || of === null || of === 0 ? NO_FIGURE : `${count} of ${of} (${shareInWords(count, of)})`;
}

/** A rate that comes without its counts: '74.2%'. */
export function percentInWords(percent: number | null): string {
  return percent === null ? NO_FIGURE : `${roundedFigure(percent, 1).toFixed(1)}%`;
}

/** Limits of a share: '24.7% to 44.0%'. */
export function limitsInWords([low, high]: Limits): string {
  return low === null || high === null ? NO_FIGURE : `${percentInWords(low)} to ${percentInWords(high)}`;
}

/** '+59.6' or '−3.0', in percentage points. */
export function pointsInWords(points: number | null): string {
  if (points === null) return NO_FIGURE;
  const rounded = roundedFigure(points, 1);
  return `${rounded > 0 ? '+' : ''}${withMinus(rounded.toFixed(1))}`;
}

/** The paired difference, rounded once, from counts. */
export function differenceInWords({ paired }: KnowledgeGainRow): string {
  const { n, beforeGoodOrBetter: before, afterGoodOrBetter: after } = paired;
  if (n === null || before === null || after === null || n === 0) return NO_FIGURE;
  return pointsInWords(roundedPercentage(after - before, n, 1));
}

/** '+47.3 to +69.0'. */
export function pointLimitsInWords([low, high]: Limits): string {
  return low === null || high === null ? NO_FIGURE : `${pointsInWords(low)} to ${pointsInWords(high)}`;
}

export function probabilityInWords(p: number | null): string {
  return p === null ? NO_FIGURE : pValueText(p);
}

/** A number from -1 to 1 with two decimals. */
export function effectInWords(effect: number | null): string {
  return effect === null ? NO_FIGURE : withMinus(roundedFigure(effect, 2).toFixed(2));
}

export function wholeInWords(count: number | null): string {
  return count === null ? NO_FIGURE : count.toLocaleString('en-GB');
}
