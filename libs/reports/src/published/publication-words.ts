import type { PublishedCut } from '@roundtable/contracts';
import { dateInWords } from '@roundtable/platform';

const CUT: Record<PublishedCut, string> = {
  event: 'by event',
  month: 'by the month in which the last session ended',
  sector: 'by sector of the people who answered',
};

/** How the figures of a publication were made, a paragraph each. */
export function methodOf({ from, to, by }: { from: string; to: string; by: PublishedCut | null }): string[] {
  return [
    `Made from events whose last session ended from ${dateInWords(from)} to ${dateInWords(to)}, after the six weeks in which people can answer. Each event entered once, whole, with the answers it had then.`,
    'People rated each statement on a five-point scale from very poor to very good, before the training and after it. Good or very good is a rating of 4 or 5. The paired figures are of the same people both times; the others are of everybody who answered.',
    'Intervals are 95% intervals: Newcombe (1998) method 10 for the paired difference, the hybrid score interval for two groups. Tests: McNemar mid-p and Wilcoxon signed-rank.',
    'No figure stands for fewer than five people. Groups of fewer than five are put together for each course and partnership year, and enter reports of the whole year; what is too few even then is left out. The figures can therefore be of a few people less than those who answered.',
    ...(by ? [`Each statement is shown as a whole and ${CUT[by]}.`] : []),
  ];
}
