import type { PublishedCut } from '@roundtable/contracts';
import { dateInWords } from '../words/london-time';

interface Asked {
  /** London dates; empty until they are chosen. */
  from: string;
  to: string;
  by: PublishedCut | null;
  /** The title of the one course it is about; null for all. */
  course: string | null;
}

const BY: Record<PublishedCut, string> = {
  event: 'for each event',
  month: 'for each month',
  sector: 'for each sector that can be shown',
};
const DAY = /^(19|20)\d{2}-\d{2}-\d{2}$/;

/** What a report of a period will hold, a line each; nothing until the period is chosen. */
export function whatItHolds({ from, to, by, course }: Asked): string[] {
  if (!DAY.test(from) || !DAY.test(to) || to < from) return [];
  const years = wholeYears(from, to);
  const list = years.length > 3 ? `${years[0]} to ${years.at(-1)}` : years.join(', ');
  return [
    `What was learnt at ${course ?? 'all courses'}: whole events that ended from ${dateInWords(from)} to ${dateInWords(to)} and that five people or more answered${by ? `, as a whole and ${BY[by]}` : ''}.`,
    years.length > 0
      ? `Smaller events of each course together, for ${list}. Publishing closes these years: history that is imported later stays out.`
      : 'No smaller events: they enter reports of whole partnership years.',
    ...(course === null
      ? [
          years.length > 0
            ? `How many people attended, by sector, agency and job role, for ${list}. Each year is counted once, when it is first published.`
            : 'No counts of people: they are of whole partnership years.',
        ]
      : []),
    'Quotes that you approved. They go again when somebody takes consent back.',
  ];
}

/** The partnership years that lie in the period from their first day to their last. */
function wholeYears(from: string, to: string): string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((year) => `${year}-04-01` >= from && `${year + 1}-03-31` <= to)
    .map((year) => `${year}-${String((year + 1) % 100).padStart(2, '0')}`);
}
