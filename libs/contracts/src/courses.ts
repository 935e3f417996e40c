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
  topic: string | null;
  hours: number | null;
  status: CourseStatus;
  validityMonths: number | null;
  prerequisitePolicy: PrerequisitePolicy;
  isSeries: boolean;
  prerequisites: PrerequisiteView[];
  outcomeStatements: OutcomeStatementView[];
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
  topic?: string;
  hours?: number;
  validityMonths?: number;
  prerequisitePolicy?: PrerequisitePolicy;
  isSeries?: boolean;
  prerequisiteModuleIds?: string[];
  prerequisiteCourseIds?: string[];
  outcomeStatements?: { stem: Stem; wording: string }[];
}
export type CourseChange = Partial<NewCourse>;

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
