import type { TaughtEditionView } from './guidance';

export const COURSE_KINDS = ['course', 'workshop', 'seminar', 'briefing', 'network', 'conference'] as const;
export type CourseKind = (typeof COURSE_KINDS)[number];
export const COURSE_STATUSES = ['draft', 'published', 'archived'] as const;
export type CourseStatus = (typeof COURSE_STATUSES)[number];
export const PREREQUISITE_POLICIES = ['block', 'provisional'] as const;
export type PrerequisitePolicy = (typeof PREREQUISITE_POLICIES)[number];
export const STEMS = ['knowledge of', 'skill in', 'confidence in'] as const;
export type Stem = (typeof STEMS)[number];

export interface PrerequisiteView {
  kind: 'module' | 'course';
  id: string;
  title: string;
  url: string;
}

export interface OutcomeStatementView {
  id: string;
  stem: Stem;
  wording: string;
}

export const LEARNING_SOURCE_KINDS = [
  'rapid-review',
  'practice-review',
  'audit',
  'inspection',
  'inquiry',
  'national-review',
  'strategic-priority',
] as const;
export type LearningSourceKind = (typeof LEARNING_SOURCE_KINDS)[number];

/** Why courses exist, as the office sees it. */
export interface LearningSourceView {
  id: string;
  kind: LearningSourceKind;
  description: string;
  /** Without these two it is internal. */
  publicWording: string | null;
  publicUrl: string | null;
  courses: { id: string; title: string }[];
}

export interface NewLearningSource {
  kind: LearningSourceKind;
  description: string;
  publicWording?: string;
  publicUrl?: string;
}
export type LearningSourceChange = Partial<NewLearningSource>;

/** A period of a sector's own; without a sector it is for designated leads. */
export interface CourseValidityView {
  sector: string | null;
  months: number;
}

export interface CourseView {
  id: string;
  code: string;
  slug: string;
  title: string;
  kind: CourseKind;
  summary: string;
  aims: string | null;
  audience: string | null;
  /** Names of the sectors whose people it is for; empty where it is for everybody. */
  audienceSectors: string[];
  level: string | null;
  /** The first of the topics. */
  topic: string | null;
  topics: string[];
  hours: number | null;
  status: CourseStatus;
  validityMonths: number | null;
  validities: CourseValidityView[];
  prerequisitePolicy: PrerequisitePolicy;
  isSeries: boolean;
  prerequisites: PrerequisiteView[];
  outcomeStatements: OutcomeStatementView[];
  /** Only what has a public wording. */
  learningSources: { id: string; wording: string; url: string | null }[];
  guidanceEditions: TaughtEditionView[];
  /** It names an edition that is not the newest of its document. */
  isToReview: boolean;
  /** What to take instead of an archived course. */
  alternatives: { id: string; title: string; url: string }[];
  demonstration: boolean;
}

export interface NewCourse {
  title: string;
  summary: string;
  code?: string;
  kind?: CourseKind;
  aims?: string;
  audience?: string;
  audienceSectors?: string[];
  level?: string;
  /** One topic; `topics` names several. */
  topic?: string;
  topics?: string[];
  hours?: number;
  validityMonths?: number;
  validities?: { sector?: string | null; months: number }[];
  prerequisitePolicy?: PrerequisitePolicy;
  isSeries?: boolean;
  prerequisiteModuleIds?: string[];
  prerequisiteCourseIds?: string[];
  outcomeStatements?: { stem: Stem; wording: string }[];
  learningSourceIds?: string[];
  guidanceEditionIds?: string[];
}
export type CourseChange = Partial<NewCourse> & {
  /** The last part of the short address; the former one leads here from then on. */
  slug?: string;
};

export interface CourseArchival {
  alternativeCourseIds?: string[];
}

export interface ModuleView {
  id: string;
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  edition: number;
  passMarkPercent: number | null;
  url: string;
}

export const COMPLETION_SOURCES = ['product', 'scorm', 'import', 'xapi', 'certificate', 'attendance'] as const;
export type CompletionSource = (typeof COMPLETION_SOURCES)[number];

export interface CompletionView {
  id: string;
  practitionerId: string;
  moduleId: string | null;
  courseId: string | null;
  title: string;
  completedAt: string;
  expiresAt: string | null;
  source: CompletionSource;
}

/** A try at a module: one answer (the option's id) for each question of its knowledge check. */
export interface NewAttempt {
  answers: Record<string, string>;
}

export interface AttemptView {
  id: string;
  moduleId: string;
  scorePercent: number | null;
  passed: boolean;
  completionId: string | null;
  wrongQuestionIds: string[];
}
