import type { WrittenKind } from './evaluation-forms';
import type { FormStage } from './evaluations';

/** Kinds whose answers are counted; words are read by evaluation readers alone. */
export type CountedKind = Exclude<WrittenKind, 'text'>;

type Limits = [low: number | null, high: number | null];

/** How many of a group; in per cent, unrounded, with Wilson's 95% interval. Every number is null where it is kept back. */
export interface ShareFigure {
  count: number | null;
  percent: number | null;
  ci95: Limits;
}

/** A share that stands for itself: kept back where one to four people are in the group. */
export interface GroupShare extends ShareFigure {
  n: number | null;
  suppressed: boolean;
}

/** What can be chosen, and how many did. */
export interface ChosenAnswer extends ShareFigure {
  answer: string;
}

/** What was answered to one question at one stage; stages are never added up. */
export interface QuestionFiguresRow {
  questionId: string;
  wording: string;
  kind: CountedKind;
  source: 'standing' | 'own';
  /** Null for all courses that asked a standing question together. */
  courseId: string | null;
  courseTitle: string | null;
  stage: FormStage;
  /** How many answered it; a person counts once for each event. */
  n: number | null;
  /** Of a question with yes or no, how many said yes; null for another kind. */
  yes: ShareFigure | null;
  /** Of a number or a scale. */
  mean: number | null;
  median: number | null;
  /** The options of a list or the steps of a scale, in order. Where several can be chosen, shares add up to more than 100%. */
  answers: ChosenAnswer[];
  /** What the ends of a scale mean. */
  lowLabel?: string;
  highLabel?: string;
  /** Fewer than ten answered, so it is not shown how many chose each of more than two answers. */
  answersSuppressed: boolean;
  /** Fewer than five answered, so nothing is shown. */
  suppressed: boolean;
  demonstration: boolean;
}

/** How long the periods of a report over time are. */
export const REPORT_PERIODS = ['year', 'quarter'] as const;
export type ReportPeriodLength = (typeof REPORT_PERIODS)[number];

/** Awareness, and use where a question follows it, at one stage of one period. */
export interface StandingQuestionRow {
  questionId: string;
  wording: string;
  /** The question that follows; both null where none does. */
  useId: string | null;
  useWording: string | null;
  stage: FormStage;
  /** A partnership year such as '2024-25', or a quarter such as 'April to June 2024'. */
  period: string;
  /** London dates, both inside; the report's own where they cut the period short. */
  from: string;
  to: string;
  isPart: boolean;
  aware: GroupShare;
  /** Everybody who answered the question about use. */
  used: GroupShare | null;
  /** Those who said on the same form that they are aware, and answered about use. */
  usedOfAware: GroupShare | null;
  demonstration: boolean;
}
