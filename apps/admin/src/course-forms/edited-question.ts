import {
  type CourseFormView,
  type FormQuestionView,
  type FormStage,
  LINE_MANAGER_LABEL,
  type QuestionKind,
  type QuestionWords,
  type StandingQuestionView,
  type WantedFormQuestion,
  questionInWords,
} from '@roundtable/contracts';

/** One question of a form while it is being edited. */
export interface EditedQuestion {
  /** Tells it from the others on the screen. */
  key: string;
  source: FormQuestionView['source'];
  /** The outcome statement or the standing question; empty for a question of this course. */
  sourceId: string;
  kind: QuestionKind;
  words: string;
  own: QuestionWords | null;
  stages: FormStage[];
  isRequired: boolean;
  help: string;
  isRetired: boolean;
}

export const KIND_NAMES: Record<QuestionKind, string> = {
  rating: 'rating, very poor to very good',
  single: 'one answer from a list',
  several: 'several answers from a list',
  'yes-no': 'yes or no',
  number: 'number',
  scale: 'scale',
  text: 'free text',
};

export const STAGE_NAMES: Record<FormStage, string> = {
  before: 'Before',
  'retrospective-before': 'After, about before',
  after: 'After',
  'follow-up': 'Follow-up',
  'line-manager': LINE_MANAGER_LABEL,
};

/** Whether a question of a kind can be asked then: delegates alone rate, and only ratings are asked about before. */
export function isAskedAt(kind: QuestionKind, stage: FormStage): boolean {
  if (stage === 'line-manager') return kind !== 'rating';
  return kind === 'rating' || stage !== 'retrospective-before';
}

const EVERY_STAGE: FormStage[] = ['before', 'after', 'follow-up'];

/** Where editing starts: the draft, else what is asked now, else the course's statements as they are asked without a form. */
export function startOf(form: CourseFormView): EditedQuestion[] {
  const version = form.draft ?? form.current;
  if (version) return version.questions.map(ofView);
  return form.statements.map(ofStatement);
}

export function ofStatement({ id, stem, wording }: CourseFormView['statements'][number]): EditedQuestion {
  return {
    key: id,
    source: 'statement',
    sourceId: id,
    kind: 'rating',
    words: questionInWords({ stem, wording }),
    own: null,
    stages: EVERY_STAGE,
    isRequired: true,
    help: '',
    isRetired: false,
  };
}

export function ofStanding({ id, kind, wording }: StandingQuestionView): EditedQuestion {
  return {
    key: id,
    source: 'standing',
    sourceId: id,
    kind,
    words: wording,
    own: null,
    stages: ['after'],
    isRequired: false,
    help: '',
    isRetired: false,
  };
}

export function ofOwn(own: QuestionWords): EditedQuestion {
  return {
    key: crypto.randomUUID(),
    source: 'own',
    sourceId: '',
    kind: own.kind,
    words: own.wording,
    own,
    stages: ['after'],
    isRequired: false,
    help: '',
    isRetired: false,
  };
}

function ofView(view: FormQuestionView): EditedQuestion {
  const { questionId, source, kind, stem, wording, stages, isRequired, help, isRetired } = view;
  return {
    key: questionId,
    source,
    sourceId: source === 'own' ? '' : questionId,
    kind,
    words: questionInWords({ stem, wording }),
    own: source === 'own' && kind !== 'rating' ? wordsOf({ ...view, kind }) : null,
    stages,
    isRequired,
    help: help ?? '',
    isRetired,
  };
}

function wordsOf({ kind, wording, options, minimum, maximum, lowLabel, highLabel }: QuestionWords): QuestionWords {
  return {
    kind,
    wording,
    ...(options && { options }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(lowLabel && { lowLabel }),
    ...(highLabel && { highLabel }),
  };
}

/** What is sent to be kept. */
export function wantedOf({ source, sourceId, own, stages, isRequired, help }: EditedQuestion): WantedFormQuestion {
  return {
    ...(source === 'statement' && { statementId: sourceId }),
    ...(source === 'standing' && { standingId: sourceId }),
    ...(own && { own }),
    stages,
    isRequired,
    help: help.trim() || null,
  };
}

/** The list with one question moved by one place. */
export function moved(questions: readonly EditedQuestion[], from: number, by: 1 | -1): EditedQuestion[] {
  const changed = [...questions];
  const [question] = changed.splice(from, 1);
  if (question) changed.splice(from + by, 0, question);
  return changed;
}
