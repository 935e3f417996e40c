import type { FormStage, QuestionKind } from '@roundtable/contracts';

/** One place on a form, with the words of what stands there. */
export interface FormItem {
  /** The outcome statement of a rating, else the question. */
  id: string;
  kind: QuestionKind;
  stem: string | null;
  wording: string;
  stages: readonly FormStage[];
  isRequired: boolean;
  help: string | null;
  options: readonly string[];
  minimum: number | null;
  maximum: number | null;
  lowLabel: string | null;
  highLabel: string | null;
}

/** One question as a delegate meets it. */
export interface AskedQuestion extends FormItem {
  /** How answers name it: its own id, or with the mode before it where a rating is asked twice. */
  key: string;
  mode: FormStage;
}

const RETROSPECTIVE = 'retrospective-before';

/** How answers name a rating that is asked after the training, about before. */
export function retrospectiveKey(statementId: string): string {
  return `${RETROSPECTIVE}-${statementId}`;
}

/**
 * The questions of a form at one stage, in order. After the training a statement may also be rated as it would have
 * been before: asked right behind it, and kept as a mode of its own.
 */
export function askedAt(stage: FormStage, items: readonly FormItem[]): AskedQuestion[] {
  return items.flatMap((item) => {
    const asked: AskedQuestion[] = [];
    if (item.stages.includes(stage)) asked.push({ ...item, key: item.id, mode: stage });
    if (stage === 'after' && item.kind === 'rating' && item.stages.includes(RETROSPECTIVE))
      asked.push({ ...item, key: retrospectiveKey(item.id), mode: RETROSPECTIVE, help: null });
    return asked;
  });
}

/** A statement as it is asked where the course has no form: at every stage, and not to be left out. */
export function statementItem(statement: { id: string; stem: string; wording: string }): FormItem {
  return {
    ...NO_BOUNDS,
    id: statement.id,
    kind: 'rating',
    stem: statement.stem,
    wording: statement.wording,
    stages: ['before', 'after', 'follow-up'],
    isRequired: true,
    help: null,
  };
}

/** What only some kinds have. */
export const NO_BOUNDS = { options: [], minimum: null, maximum: null, lowLabel: null, highLabel: null } as const;
