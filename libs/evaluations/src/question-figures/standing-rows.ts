import type { FormStage, GroupShare, StandingQuestionRow } from '@roundtable/contracts';
import type { FigurePeriod } from './figure-periods';
import { groupShare } from './question-figure-rules';
import { stageOrder } from './question-rows';

export interface StandingQuestion {
  id: string;
  wording: string;
  followsId: string | null;
}

/** How many people of one event said yes or no to one standing question at one stage. */
export interface SaidCell {
  questionId: string;
  eventId: string;
  stage: FormStage;
  isYes: boolean;
  people: number;
  isDemonstration: boolean;
}

/** Awareness and use, or a question that stands alone. */
interface Pair {
  first: StandingQuestion;
  use: StandingQuestion | null;
}

/**
 * Rows by pair, stage and period, in order. In: the answers to the questions; of those who said on the same form that
 * they are aware, the answers to what follows; and the period of an event, null where it has none.
 */
export function standingRows(
  questions: readonly StandingQuestion[],
  said: readonly SaidCell[],
  saidByAware: readonly SaidCell[],
  periodOf: (eventId: string) => FigurePeriod | null,
): StandingQuestionRow[] {
  const [answers, byAware] = [added(said, periodOf), added(saidByAware, periodOf)];
  return pairsOf(questions).flatMap(({ first, use }) =>
    placesOf(answers, [first.id, ...(use ? [use.id] : [])]).map(({ stage, at }) => {
      const ofFirst = answers.get(keyOf(first.id, stage, at));
      const ofUse = use && answers.get(keyOf(use.id, stage, at));
      return {
        questionId: first.id,
        wording: first.wording,
        useId: use?.id ?? null,
        useWording: use?.wording ?? null,
        stage,
        ...at,
        aware: shareOf(ofFirst),
        used: use && shareOf(ofUse ?? undefined),
        usedOfAware: use && shareOf(byAware.get(keyOf(use.id, stage, at))),
        demonstration: ofFirst?.isDemonstration === true || ofUse?.isDemonstration === true,
      };
    }),
  );
}

/** Each question with each that follows it; one that neither follows nor is followed stands alone. */
function pairsOf(questions: readonly StandingQuestion[]): Pair[] {
  const pairs = questions.flatMap((first): Pair[] => {
    const uses = questions.filter(({ followsId }) => followsId === first.id);
    if (uses.length > 0) return uses.map((use) => ({ first, use }));
    return questions.some(({ id }) => id === first.followsId) ? [] : [{ first, use: null }];
  });
  const words = ({ first, use }: Pair) => `${first.wording}|${first.id}|${use?.wording ?? ''}`;
  return pairs.sort((one, other) => words(one).localeCompare(words(other), 'en-GB'));
}

/** What was said to one question at one stage of one period. */
interface Said {
  questionId: string;
  stage: FormStage;
  at: FigurePeriod;
  yes: number;
  n: number;
  isDemonstration: boolean;
}

function keyOf(questionId: string, stage: FormStage, { from }: FigurePeriod): string {
  return `${questionId}|${stage}|${from}`;
}

function added(cells: readonly SaidCell[], periodOf: (eventId: string) => FigurePeriod | null): Map<string, Said> {
  const sums = new Map<string, Said>();
  for (const { questionId, eventId, stage, isYes, people, isDemonstration } of cells) {
    const at = periodOf(eventId);
    if (!at) continue;
    const key = keyOf(questionId, stage, at);
    const there = sums.get(key) ?? { questionId, stage, at, yes: 0, n: 0, isDemonstration: false };
    sums.set(key, {
      ...there,
      yes: there.yes + (isYes ? people : 0),
      n: there.n + people,
      isDemonstration: there.isDemonstration || isDemonstration,
    });
  }
  return sums;
}

/** The stages and periods in which one of the questions was answered, in the order of time. */
function placesOf(answers: ReadonlyMap<string, Said>, ids: readonly string[]): Pick<Said, 'stage' | 'at'>[] {
  const of = [...answers.values()].filter(({ questionId }) => ids.includes(questionId));
  const places = new Map(of.map(({ stage, at }) => [`${stage}|${at.from}`, { stage, at }]));
  return [...places.values()].sort(
    (one, other) => stageOrder(one.stage) - stageOrder(other.stage) || (one.at.from < other.at.from ? -1 : 1),
  );
}

function shareOf(said: Said | undefined): GroupShare {
  return groupShare(said?.yes ?? 0, said?.n ?? 0);
}
