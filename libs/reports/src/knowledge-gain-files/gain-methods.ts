import { STAGE_CAVEATS, STAGE_HEADINGS } from '@roundtable/contracts';
import type { GainReport } from './gain-report';

/** How a figure is made, in words, and who described it first. */
export interface GainMethod {
  /** Null where the words stand alone. */
  name: string | null;
  words: string;
  source: string | null;
}

/** What stands in the technical annex of a file: what was kept with the figures; else how live ones are made. */
export function methodsOf({ courses, methods }: GainReport): readonly GainMethod[] {
  if (methods) return methods;
  const has = courses.some(({ stages = [] }) => stages.length > 0);
  return has ? [...METHODS, ...STAGE_METHODS] : METHODS;
}

const METHODS: readonly GainMethod[] = [
  {
    name: 'Good or very good',
    words: 'The share of people who rated themselves 4 (good) or 5 (very good) on a scale from 1 (very poor) to 5.',
    source: null,
  },
  {
    name: 'Before and after',
    words:
      '‘Before’ was answered from the booking until 30 minutes after the first session started, ‘after’ from 30 minutes before the end of the last session until six weeks after it. Answers given in another way (before, as remembered after; follow-up) are named where there are any, and are never merged with these.',
    source: null,
  },
  {
    name: 'The same people',
    words: 'Answers before and after are paired by person and event: only people who answered both times count.',
    source: null,
  },
  {
    name: '95% interval of a share',
    words: 'Score interval without continuity correction. It stands as a whisker on each bar of a chart.',
    source: 'Wilson (1927), J. Am. Stat. Assoc. 22:209-212',
  },
  {
    name: 'Difference of the same people',
    words: 'After minus before in percentage points, with the interval for paired shares: method 10, corrected phi.',
    source: 'Newcombe (1998), Stat. Med. 17:2635-2650',
  },
  {
    name: 'Difference of everybody who answered',
    words: 'All befores and all afters taken as two independent groups, with the hybrid score interval (method 10).',
    source: 'Newcombe (1998), Stat. Med. 17:873-890',
  },
  {
    name: 'McNemar, mid-p',
    words: 'Whether as many people moved to good or very good as moved away from it; two-sided.',
    source: 'Fagerland, Lydersen and Laake (2013), BMC Med. Res. Methodol. 13:91',
  },
  {
    name: 'Wilcoxon signed-rank',
    words:
      'Whether ratings rose as much as they fell; two-sided, exact up to 50 pairs that moved, then the normal approximation without continuity correction. People whose rating did not change are left out.',
    source: 'Wilcoxon (1945), Biometrics Bull. 1:80-83; Streitberg and Röhmel (1986), Stat. Softw. Newsl. 12:10-17',
  },
  {
    name: 'Rank-biserial',
    words: 'Effect size of the signed-rank test, from −1 (all fell) to 1 (all rose).',
    source: 'Kerby (2014), Compr. Psychol. 3:11.IT.3.1',
  },
  {
    name: 'Response rate',
    words: 'Answers of people who attended, over all who attended the events at which the statement could be answered.',
    source: null,
  },
  {
    name: 'Range for those who did not answer',
    words: 'The lowest and the highest share there can be among all who attended, whatever the others would have said.',
    source: 'Manski (1989), J. Hum. Resour. 24:343-360',
  },
  {
    name: 'Rounding',
    words: 'Shares are rounded once, from counts, half away from zero. A p-value below 0.001 is given as p < 0.001.',
    source: null,
  },
];

const STAGE_METHODS: readonly GainMethod[] = [
  {
    name: STAGE_HEADINGS['follow-up'],
    words: `‘Follow-up’ was answered from three months after the last session ended, for six weeks, by people who attended. It is compared with ‘before’ and with ‘after’, each time of the people who answered both, and shown with both of those who answered all three times. ‘Became good’ are people who rated themselves below good before and good or very good right after. Response rates count events whose follow-up has opened. ${STAGE_CAVEATS['follow-up']}`,
    source: null,
  },
  {
    name: STAGE_HEADINGS['retrospective-before'],
    words: `Asked after the training, together with ‘after’: how people would have rated themselves before it. ${STAGE_CAVEATS['retrospective-before']}`,
    source: 'Int. J. Behav. Dev. 44(2):184-191',
  },
  {
    name: 'Small groups in other modes',
    words:
      'A statement is shown whole where each of its groups is nobody or at least five people: everybody who answered, the people of each comparison, those who answered all three times, those who became good, and those of them who still are.',
    source: null,
  },
];
