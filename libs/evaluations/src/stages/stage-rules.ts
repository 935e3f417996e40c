import {
  type MeasurementMode,
  type ModeComparison,
  type ModeShare,
  STAGE_COMPARISONS,
  STAGE_MODES,
  type StageKind,
  type StageRow,
  type Stem,
  isGoodOrBetter,
} from '@roundtable/contracts';
import { isNoneOrEnough } from '../knowledge-gain-rules';
import { knowledgeGain, responseRate, wilsonInterval } from '../statistics';
import { stageSentence } from './stage-sentence';

/** How many delegates rated one statement so, by mode; null where they did not. */
export interface StageGroup {
  ratings: Partial<Record<MeasurementMode, number | null>>;
  people: number;
  /** Whether they are known to have attended, so that they enter the response rate. */
  hasAttended: boolean;
}

/** One course's statement and what was answered to it by everybody who rated it in the mode of the kind. */
export interface StageAnswers {
  kind: StageKind;
  courseId: string;
  courseTitle: string;
  stem: Stem;
  statement: string;
  isDemonstration: boolean;
  groups: readonly StageGroup[];
  /** How many attended the events at which the statement could be rated in that mode. */
  attended: number;
}

const NO_RANGE: [null, null] = [null, null];

/**
 * The figures of one statement, unrounded, in per cent and points. Each comparison is of people who rated it in both
 * modes, and has its own n. As in the report of before and after, a row is shown whole or not at all: every group of
 * people in it is nobody or at least five, those who became good too.
 */
export function stageRow(answers: StageAnswers): StageRow {
  const { kind, groups } = answers;
  const answered = plainFigure(groups, kind);
  const comparisons = STAGE_COMPARISONS[kind].map(([from, to]) => comparison(groups, from, to));
  const together = ofAll(groups, STAGE_MODES[kind]);
  const remains = kind === 'follow-up' ? remaining(groups) : null;
  const row = {
    kind,
    courseId: answers.courseId,
    courseTitle: answers.courseTitle,
    statement: answers.statement,
    demonstration: answers.isDemonstration,
    answered,
    attended: answers.attended,
    responseRate: rate(answers),
    comparisons,
    together,
    remains,
    suppressed: false,
  };
  const people = [answered.n, together.n, ...comparisons.map(({ n }) => n ?? 0), ...(remains ? [remains.became] : [])];
  if (answered.n === 0 || !people.every(isNoneOrEnough)) return keptBack(row);
  return { ...row, sentence: stageSentence(row, answers.stem) };
}

/** The same row without any number. */
function keptBack(row: Omit<StageRow, 'sentence'>): StageRow {
  const noShare = ({ mode }: ModeShare): ModeShare => ({ mode, goodOrBetter: null, percent: null, ci95: NO_RANGE });
  return {
    ...row,
    answered: { n: null, goodOrBetter: null, percent: null },
    attended: null,
    responseRate: null,
    comparisons: row.comparisons.map(({ from, to }) => ({ ...NO_COMPARISON, from: noShare(from), to: noShare(to) })),
    together: { n: null, shares: row.together.shares.map(noShare) },
    remains: row.remains && { became: null, still: null, percent: null, ci95: NO_RANGE },
    sentence: null,
    suppressed: true,
  };
}

const NO_COMPARISON = {
  n: null,
  differencePoints: null,
  ci95: NO_RANGE,
  mcnemarP: null,
  wilcoxonP: null,
  rankBiserial: null,
} satisfies Partial<ModeComparison>;

function comparison(groups: readonly StageGroup[], from: MeasurementMode, to: MeasurementMode): ModeComparison {
  const { n, shares } = ofAll(groups, [from, to]);
  const [first, second] = [shareOf(shares, from), shareOf(shares, to)];
  const pairs = groups.flatMap(({ ratings, people }) => {
    const [before, after] = [ratings[from] ?? null, ratings[to] ?? null];
    return before === null || after === null ? [] : Array.from({ length: people }, () => ({ before, after }));
  });
  const gain = knowledgeGain(pairs);
  if (gain === null) return { ...NO_COMPARISON, n, from: first, to: second };
  const { differencePoints, ci95, mcnemarP, wilcoxonP, rankBiserial } = gain;
  return { n, from: first, to: second, differencePoints, ci95: [...ci95], mcnemarP, wilcoxonP, rankBiserial };
}

/** The people who rated in all of these modes, and their share in each. */
function ofAll(groups: readonly StageGroup[], modes: readonly MeasurementMode[]): { n: number; shares: ModeShare[] } {
  const whole = groups.filter(({ ratings }) => modes.every((mode) => isRated(ratings[mode])));
  const n = peopleIn(whole);
  const shares = modes.map((mode) => {
    const good = peopleIn(whole.filter(({ ratings }) => isGood(ratings[mode])));
    return { mode, ...share(good, n) };
  });
  return { n, shares };
}

/** Of those who rated three times, went from not good to good with the training, and how many of them still are. */
function remaining(
  groups: readonly StageGroup[],
): { became: number; still: number } & NonNullable<StageRow['remains']> {
  const became = groups.filter(
    ({ ratings }) =>
      isRated(ratings.before) && isRated(ratings['follow-up']) && !isGood(ratings.before) && isGood(ratings.after),
  );
  const still = became.filter(({ ratings }) => isGood(ratings['follow-up']));
  const { percent, ci95 } = share(peopleIn(still), peopleIn(became));
  return { became: peopleIn(became), still: peopleIn(still), percent, ci95 };
}

function plainFigure(groups: readonly StageGroup[], mode: MeasurementMode) {
  const n = peopleIn(groups.filter(({ ratings }) => isRated(ratings[mode])));
  const goodOrBetter = peopleIn(groups.filter(({ ratings }) => isGood(ratings[mode])));
  return { n, goodOrBetter, percent: n === 0 ? null : (100 * goodOrBetter) / n };
}

function rate({ kind, groups, attended }: StageAnswers): number | null {
  const responses = peopleIn(groups.filter(({ ratings, hasAttended }) => hasAttended && isRated(ratings[kind])));
  // A register may be corrected between the reading of answers and of attendance.
  const asked = Math.max(attended, responses);
  const { ofAttended } = responseRate({ responses, attended: asked, invited: asked });
  return ofAttended === null ? null : 100 * ofAttended;
}

function share(goodOrBetter: number, n: number): Omit<ModeShare, 'mode'> {
  const limits = wilsonInterval(goodOrBetter, n);
  if (limits === null) return { goodOrBetter, percent: null, ci95: NO_RANGE };
  return { goodOrBetter, percent: (100 * goodOrBetter) / n, ci95: [100 * limits[0], 100 * limits[1]] };
}

function shareOf(shares: readonly ModeShare[], mode: MeasurementMode): ModeShare {
  const found = shares.find((one) => one.mode === mode);
  if (!found) throw new Error(`There is no share of ${mode}.`);
  return found;
}

function isRated(rating: number | null | undefined): rating is number {
  return typeof rating === 'number';
}

function isGood(rating: number | null | undefined): boolean {
  return isRated(rating) && isGoodOrBetter(rating);
}

function peopleIn(groups: readonly StageGroup[]): number {
  return groups.reduce((total, { people }) => total + people, 0);
}
