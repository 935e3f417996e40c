import type { PublishedCut } from '@roundtable/contracts';
import { dateInWords } from '@roundtable/platform';

const CUT: Record<PublishedCut, string> = {
  event: 'by event',
  month: 'by the month in which the last session ended',
  sector: 'by sector of the people who answered',
};

interface Published {
  from: string;
  to: string;
  by: PublishedCut | null;
  /** Partnership years whose people were counted. */
  years?: readonly string[];
  hasQuotes?: boolean;
}

/** How the figures of a publication were made, a paragraph each. */
export function methodOf({ from, to, by, years = [], hasQuotes = false }: Published): string[] {
  return [
    `Made from events whose last session ended from ${dateInWords(from)} to ${dateInWords(to)}, after the six weeks in which people can answer. Each event entered once, whole, with the answers it had then.`,
    'People rated each statement on a five-point scale from very poor to very good, before the training and after it. Good or very good is a rating of 4 or 5. The paired figures are of the same people both times; the others are of everybody who answered.',
    'Intervals are 95% intervals: Wilson (1927) for a share, Newcombe (1998) method 10 for the paired difference, the hybrid score interval for two groups. Tests: McNemar mid-p (Fagerland, Lydersen and Laake 2013) and Wilcoxon signed-rank.',
    'No figure stands for fewer than five people. Groups of fewer than five are put together for each course and partnership year, and enter reports of the whole year; what is too few even then is left out. The figures can therefore be of a few people less than those who answered.',
    ...(by ? [`Each statement is shown as a whole and ${CUT[by]}.`] : []),
    ...(years.length > 0 ? [peopleInWords(years)] : []),
    ...(hasQuotes
      ? [
          'Words of people who were there are shown with their consent, without their names, and are taken out when they ask for it.',
        ]
      : []),
  ];
}

function peopleInWords(years: readonly string[]): string {
  return `People who attended are counted once in each partnership year (${years.join(', ')}): different people at events whose first session was in the year, with the agency, the sector and the job role of the last booking that they attended. Counts of 1 to 4 people are hidden, and others with them where a subtraction would give them away, also to somebody who knows the people of one agency. Each year was counted once, when it was first published, and every report shows those counts.`;
}
