import type { FormStage } from './evaluations';

/** What makes a text look as if somebody should read it first: a sorter, never a decision. */
export const TEXT_SIGNS = ['name', 'birth-date', 'allegation'] as const;
export type TextSign = (typeof TEXT_SIGNS)[number];

/** Nobody but an evaluation reader sees a text in any other state than `released`. */
export const TEXT_STATES = ['held', 'released', 'passed-on', 'withheld'] as const;
export type TextState = (typeof TEXT_STATES)[number];

export const TEXT_DECISIONS = ['no-concern', 'detail-removed', 'passed-on', 'withheld'] as const;
export type TextDecision = (typeof TEXT_DECISIONS)[number];

/** A text as it stands in the readers' list: everything but what was written and by whom. */
export interface EvaluationTextView {
  id: string;
  courseId: string;
  courseTitle: string;
  /** Empty for history without a date. */
  eventStartsAt: string | null;
  stage: FormStage;
  question: string;
  signs: TextSign[];
  state: TextState;
  writtenAt: string;
  /** By when a decision is to be recorded; null where nothing in the text asks for one in a working day. */
  dueAt: string | null;
  isOverdue: boolean;
  decidedAt: string | null;
  demonstration: boolean;
}

/** What was written; whoever reads it is written down. */
export interface OpenedTextView {
  id: string;
  text: string;
  /** What others read, where an identifying detail was removed. */
  releasedText: string | null;
}

/** Who wrote a text, for whoever passes it on; asking is written down too. */
export interface TextWriterView {
  id: string;
  name: string;
  email: string | null;
  agencyName: string | null;
}

export interface TextDecisionGiven {
  decision: TextDecision;
  /** The state that the reader saw: a decision that somebody else took meanwhile is not passed over. */
  seenState: TextState;
  /** With `detail-removed`: the text that others may read. */
  releasedText?: string;
  /** With `passed-on`: to whom, and when. */
  passedOnTo?: string;
  passedOnAt?: string;
}

/** A line of the log of decisions: the facts, never what was written. */
export interface TextDecisionView {
  id: string;
  textId: string;
  courseId: string;
  courseTitle: string;
  signs: TextSign[];
  writtenAt: string;
  dueAt: string | null;
  decision: TextDecision;
  decidedAt: string;
  decidedById: string | null;
  decidedByName: string | null;
  /** Recorded after it was due. */
  isLate: boolean;
  passedOnTo: string | null;
  passedOnAt: string | null;
}

/** A text that was let through, as the coordinator reads it. */
export interface ReleasedTextView {
  id: string;
  courseId: string;
  courseTitle: string;
  /** Empty where fewer than five answered: such texts are shown by course alone. */
  eventId: string | null;
  eventStartsAt: string | null;
  question: string;
  text: string;
  /** Written by the line manager of somebody who attended, and not by a delegate. */
  isByLineManager: boolean;
  demonstration: boolean;
}

export const QUOTE_STATES = ['waiting', 'approved', 'declined'] as const;
export type QuoteState = (typeof QUOTE_STATES)[number];

/** Words that may be quoted by their author's consent, attributed to the course alone. */
export interface QuoteView {
  id: string;
  courseId: string;
  courseTitle: string;
  question: string;
  text: string;
  state: QuoteState;
  decidedAt: string | null;
  demonstration: boolean;
}

/** Consent of one's own to be quoted, with what it is about. */
export interface QuoteConsentView {
  id: string;
  courseTitle: string;
  stage: FormStage;
  givenAt: string;
}
