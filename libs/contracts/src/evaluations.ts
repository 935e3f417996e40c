/** When a question is asked, stored with every answer; figures of different modes are never merged. */
export const MEASUREMENT_MODES = ['before', 'after', 'retrospective-before', 'follow-up'] as const;
export type MeasurementMode = (typeof MEASUREMENT_MODES)[number];

/** When a form's question is asked: of the delegate in each mode, and of their line manager at follow-up, which is no mode. */
export const FORM_STAGES = [...MEASUREMENT_MODES, 'line-manager'] as const;
export type FormStage = (typeof FORM_STAGES)[number];
/** What tables and lists call the line manager's answers. */
export const LINE_MANAGER_LABEL = 'Line manager, at follow-up';

export const QUESTION_KINDS = ['rating', 'single', 'several', 'yes-no', 'number', 'scale', 'text'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** A rating or a number, words or a chosen option, or several options. */
export type AnswerValue = number | string | string[];

export interface QuestionView {
  id: string;
  kind: QuestionKind;
  stem: string | null;
  wording: string;
  required: boolean;
  /** Given where it is another one than the stage of the form: asked after the training, about before. */
  mode?: FormStage;
  help?: string;
  /** What can be chosen, in this order. */
  options?: string[];
  /** The ends of a number or a scale; both may be taken. */
  minimum?: number;
  maximum?: number;
  lowLabel?: string;
  highLabel?: string;
}

/** What becomes of the question to a delegate's line manager. */
export interface LineManagerView {
  /** Nobody is known; somebody will be asked, was asked, answered, or is not to be asked. */
  state: 'unknown' | 'to-be-asked' | 'asked' | 'answered' | 'refused';
  /** Their name or, where none is known, their address; null where nobody is, or they are not to be asked. */
  name: string | null;
  /** From when they are asked, where the delegate did not answer before; null where they are not to be asked any more. */
  from: string | null;
}

export interface EvaluationFormView {
  stage: MeasurementMode;
  courseTitle: string;
  startsAt: string | null;
  state: 'not-yet-open' | 'open' | 'sent' | 'closed';
  opensAt: string | null;
  closesAt: string | null;
  questions: QuestionView[];
  /** What was sent. Words are not told again. */
  answers: { questionId: string; value: AnswerValue }[];
  /** The version of the course's form; null where the course has none. */
  formId: string | null;
  /** At follow-up, where the form has a question for the line manager. */
  lineManager?: LineManagerView;
}

export interface EvaluationAnswers {
  answers: { questionId: string; value: AnswerValue }[];
  quoteConsent?: boolean;
  /** At follow-up: whom to ask, where nobody is known. */
  managerEmail?: string;
  /** The version that was read, where a newer one may have been published since; null for the course's statements. */
  formId?: string | null;
}

/** What a line manager is asked about a delegate; nothing of what the delegate said. Only an open one names anybody. */
export interface ManagerQuestionView {
  state: 'open' | 'sent' | 'closed';
  delegateName: string | null;
  courseTitle: string | null;
  startsAt: string | null;
  closesAt: string | null;
  questions: QuestionView[];
  formId: string | null;
}

export interface PlainFigure {
  n: number | null;
  goodOrBetter: number | null;
  percent: number | null;
}

export interface KnowledgeGainRow {
  courseId: string;
  courseTitle: string;
  statement: string;
  demonstration: boolean;
  before: PlainFigure;
  after: PlainFigure;
  /** The same respondents both times. */
  paired: {
    n: number | null;
    beforeGoodOrBetter: number | null;
    afterGoodOrBetter: number | null;
    beforePercent: number | null;
    afterPercent: number | null;
    /** Wilson's 95% intervals of the two shares, in per cent. */
    beforeCi95: [number | null, number | null];
    afterCi95: [number | null, number | null];
    differencePoints: number | null;
    ci95: [number | null, number | null];
    mcnemarP: number | null;
    wilcoxonP: number | null;
    rankBiserial: number | null;
  };
  /** All befores beside all afters, as if they were two groups: in points. */
  unpaired: { differencePoints: number | null; ci95: [number | null, number | null] };
  responseRate: { before: number | null; after: number | null };
  /** How many attended the events at which the statement could be answered. */
  attended: number | null;
  /** How low and how high 'good or very good' may be among all who attended, whatever those say who did not answer; in per cent. */
  bounds: { before: [number | null, number | null]; after: [number | null, number | null] };
  /** How many rated 1 to 5; null where fewer than ten answered. */
  distribution: { before: number[] | null; after: number[] | null };
  /** The headline as a sentence to paste; null where nobody answered both times. */
  sentence: string | null;
  suppressed: boolean;
}

/** More statements than this make no document to read, and a Word file of them would hold the server up for seconds. */
export const MOST_STATEMENTS_IN_A_DOCUMENT = 200;
/** How much an export of single answers would hold now. */
export interface AnswersExportView {
  answers: number;
  /** Events that five or more answered: by their name. */
  events: number;
  /** Courses and years whose small events go together. */
  pools: number;
  /** Courses and years of small events that fewer than five answered altogether: they stay. */
  leftOut: number;
  demonstration: boolean;
}

export interface PublishedFigureView {
  id: string;
  measure: string;
  value: number;
  year: string;
  source: string;
  page: number | null;
}

export interface CertificateCheckView {
  code: string;
  courseTitle: string;
  date: string;
  status: 'valid' | 'replaced' | 'withdrawn';
  initials: string;
}

/** How far one form of an event is; never what anybody answered. */
export interface EvaluationProgress {
  /** Null while the event has no date; the form before the event opens with each booking. */
  opensAt: string | null;
  closesAt: string | null;
  /** Who may answer: everybody confirmed; once the register is closed, whoever was there; at follow-up who attended. */
  people: number;
  /** Of these, how many were asked. */
  invited: number;
  /** Of these, how many answered in time. */
  answered: number;
  /** Of these, how many answered too late for the figures. */
  late: number;
  /** Of these, how many did not answer although it has opened. */
  owed: number;
  /** Answered in time among the people, in per cent, unrounded; null where there are none. */
  percent: number | null;
}

/** Whether somebody answered a form, never what; `owed` where it is open or was and they did not. */
export type AnswerState = 'answered' | 'late' | 'owed' | 'not-asked';

export interface EvaluationPersonView {
  bookingId: string;
  name: string;
  agencyName: string;
  before: AnswerState;
  after: AnswerState;
  followUp: AnswerState;
}

export interface EventEvaluationView {
  eventId: string;
  before: EvaluationProgress;
  after: EvaluationProgress;
  followUp: EvaluationProgress;
  /** How many line managers were asked at follow-up and how many of these answered; null where the form asks none and none was. */
  lineManagers: { asked: number; answered: number } | null;
}
