import type { ChosenAnswer, CountedKind, GroupShare, QuestionFiguresRow, ShareFigure } from '@roundtable/contracts';
import { wilsonInterval } from '../statistics';

/** How many gave an answer: a number, the place of an option from 0, or 1 for yes and 0 for no. */
export interface AnswerCount {
  value: number;
  people: number;
}

/** What was asked, and what one group of people answered at one stage. */
export interface AnsweredQuestion {
  kind: CountedKind;
  options: readonly string[];
  minimum: number | null;
  maximum: number | null;
  /** How many answered; each of them counts once, however many options they chose. */
  n: number;
  counts: readonly AnswerCount[];
}

export type QuestionFigures = Pick<
  QuestionFiguresRow,
  'n' | 'yes' | 'mean' | 'median' | 'answers' | 'answersSuppressed' | 'suppressed'
>;

/** Below this many people no figure is shown. */
const FEWEST = 5;
/** Below this many people it is not shown how many chose each of more than two answers. */
const FEWEST_FOR_MANY = 10;

/**
 * The figures of a question: the share of yes, how many chose each option or step, mean and median. All of them are
 * empty where fewer than five answered; more than two answers are told apart from ten on. The smallest and the largest
 * number are one person's and never told.
 */
export function questionFigures(asked: AnsweredQuestion): QuestionFigures {
  const { kind, n, counts } = asked;
  const isShown = n >= FEWEST;
  const choices = choicesOf(asked);
  const tellsApart = isShown && (choices.length <= 2 || n >= FEWEST_FOR_MANY);
  const isNumber = kind === 'number' || kind === 'scale';
  return {
    n: isShown ? n : null,
    yes: kind === 'yes-no' ? share(peopleAt(counts, 1), n, isShown) : null,
    mean: isNumber && isShown ? meanOf(counts, n) : null,
    median: isNumber && isShown ? medianOf(counts, n) : null,
    answers: choices.map(({ answer, value }) => ({ answer, ...share(peopleAt(counts, value), n, tellsApart) })),
    answersSuppressed: isShown && !tellsApart,
    suppressed: !isShown,
  };
}

/** A share of a group that is nobody or at least five people; of one to four every number is empty. */
export function groupShare(count: number, n: number): GroupShare {
  const isShown = n === 0 || n >= FEWEST;
  return { n: isShown ? n : null, ...share(count, n, isShown), suppressed: !isShown };
}

function share(count: number, n: number, isShown: boolean): ShareFigure {
  const limits = isShown ? wilsonInterval(count, n) : null;
  if (limits === null) return { count: isShown ? count : null, percent: null, ci95: [null, null] };
  return { count, percent: (100 * count) / n, ci95: [100 * limits[0], 100 * limits[1]] };
}

/** What can be chosen, in order: the options of a list, or every step of a scale. */
function choicesOf({ kind, options, minimum, maximum }: AnsweredQuestion): (Pick<ChosenAnswer, 'answer'> & {
  value: number;
})[] {
  if (kind === 'single' || kind === 'several') return options.map((answer, value) => ({ answer, value }));
  if (kind !== 'scale' || minimum === null || maximum === null) return [];
  return Array.from({ length: maximum - minimum + 1 }, (_, step) => ({
    answer: String(minimum + step),
    value: minimum + step,
  }));
}

function peopleAt(counts: readonly AnswerCount[], value: number): number {
  return counts.filter((one) => one.value === value).reduce((sum, { people }) => sum + people, 0);
}

function meanOf(counts: readonly AnswerCount[], n: number): number {
  return counts.reduce((sum, { value, people }) => sum + value * people, 0) / n;
}

/** The middle one in order of size; between the two middle ones where there is no single middle. */
function medianOf(counts: readonly AnswerCount[], n: number): number {
  const inOrder = [...counts].sort((one, other) => one.value - other.value);
  const at = (place: number): number => {
    let passed = 0;
    return inOrder.find(({ people }) => (passed += people) > place)?.value ?? 0;
  };
  return (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2;
}
