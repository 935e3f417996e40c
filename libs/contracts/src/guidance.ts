/** One edition of a document that courses and modules teach, such as 'Working Together 2023'. */
export interface GuidanceEditionView {
  id: string;
  /** Such as '2023'. */
  name: string;
  addedAt: string;
  isNewest: boolean;
  /** Courses and modules that name this edition; under an edition that is not the newest they are to review. */
  taughtBy: { kind: 'course' | 'module'; id: string; title: string }[];
}

export interface GuidanceView {
  id: string;
  title: string;
  /** The newest first. */
  editions: GuidanceEditionView[];
}

export interface NewGuidance {
  title: string;
  edition: string;
}

export interface GuidanceChange {
  title: string;
}

export interface NewGuidanceEdition {
  name: string;
}

/** An edition as a course or a module names it. */
export interface TaughtEditionView {
  id: string;
  /** Such as 'Working Together 2023'. */
  title: string;
  isNewest: boolean;
}

/** Somebody whose latest training on a document was on an edition that is not the newest. */
export interface LastTrainedView {
  /** Of the completion. */
  id: string;
  practitionerId: string;
  practitionerName: string;
  email: string | null;
  agencyName: string | null;
  sector: string | null;
  edition: string;
  trainedBy: string;
  completedAt: string;
  expiresAt: string | null;
}
