import type { AnswerValue, FormStage, QuestionKind, QuestionView } from './evaluations';

/** Kinds that are written in the back office; a rating is always one of an outcome statement. */
export type WrittenKind = Exclude<QuestionKind, 'rating'>;

/** What a question asks, in words that do not change once it is there: another wording is another question. */
export interface QuestionWords {
  kind: WrittenKind;
  wording: string;
  /** What can be chosen, for one or several of a list. */
  options?: string[];
  /** The ends of a number or a scale; both may be taken. */
  minimum?: number;
  maximum?: number;
  /** What the ends of a scale mean. */
  lowLabel?: string;
  highLabel?: string;
}

/** A question of the partnership that is kept across courses, so that its answers can be compared. */
export interface StandingQuestionView extends QuestionWords {
  id: string;
  createdAt: string;
  /** No longer offered to forms; forms that have it still ask it. */
  retiredAt: string | null;
  /** How many courses ask it now. */
  courses: number;
  /** The standing question that it follows, as use follows awareness; null where it stands alone. */
  follows: { id: string; wording: string } | null;
}

export interface NewStandingQuestion extends QuestionWords {
  followsId?: string | null;
}

/** What is not named stays as it is. */
export interface StandingQuestionChange {
  isRetired?: boolean;
  followsId?: string | null;
}

/** How a question stands on a form. */
export interface FormPlace {
  stages: FormStage[];
  isRequired: boolean;
  help?: string | null;
}

/** Of these three exactly one: an outcome statement, a standing question, or a question of this course. */
export interface WantedFormQuestion extends FormPlace {
  statementId?: string;
  standingId?: string;
  own?: QuestionWords;
}

export interface WantedForm {
  questions: WantedFormQuestion[];
}

export interface FormQuestionView extends FormPlace {
  /** Which statement or question stands here. */
  questionId: string;
  source: 'statement' | 'standing' | 'own';
  kind: QuestionKind;
  stem: string | null;
  wording: string;
  options?: string[];
  minimum?: number;
  maximum?: number;
  lowLabel?: string;
  highLabel?: string;
  /** An outcome statement that the course retired: it is no longer asked. */
  isRetired: boolean;
}

export interface FormVersionView {
  id: string;
  version: number;
  /** Null while it is the draft. */
  publishedAt: string | null;
  questions: FormQuestionView[];
}

export interface CourseFormView {
  courseId: string;
  courseTitle: string;
  courseSlug: string;
  /** Null where nothing waits to be published. */
  draft: FormVersionView | null;
  /** What is asked now; null where the course asks its outcome statements, before, after and at follow-up. */
  current: FormVersionView | null;
  /** The statements that could be asked, in the course's order. */
  statements: { id: string; stem: string; wording: string }[];
  /** Newest first. */
  versions: { id: string; version: number; publishedAt: string; responses: number }[];
}

/** Somebody at an event, and whether their answers are there: never what they are. */
export interface PaperPersonView {
  bookingId: string;
  reference: string;
  name: string;
  agencyName: string;
  hasAnswered: boolean;
}

/** A form to type in from paper. */
export interface PaperFormView {
  eventId: string;
  courseTitle: string;
  startsAt: string | null;
  stage: 'before' | 'after';
  /** The version that is printed now; null where the course has no form of its own. */
  formId: string | null;
  questions: QuestionView[];
  people: PaperPersonView[];
  /** Whether answers on paper are taken now. */
  isOpen: boolean;
}

export interface PaperAnswers {
  stage: 'before' | 'after';
  formId?: string | null;
  answers: { questionId: string; value: AnswerValue }[];
  quoteConsent?: boolean;
}

/** Where delegates answer in the room. */
export interface AnsweringRoomView {
  eventId: string;
  courseTitle: string;
  /** Four digits, which lead to the form from the event's day until the day after; null until somebody asks for them. */
  digits: string | null;
  /** What is typed by hand, such as `training.example/e`. */
  shortAddress: string;
  /** A QR code that carries the digits, as the address of a picture; null without digits. */
  picture: string | null;
  /** When somebody opened the questions after the training before their time. */
  openedAt: string | null;
  opensAt: string | null;
  /** Whether the digits lead to the form now. */
  isOpen: boolean;
  /** Whether the questions may be opened before their time. */
  mayOpen: boolean;
  answered: number;
  people: number;
}
