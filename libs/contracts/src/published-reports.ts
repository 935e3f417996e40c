import type { KnowledgeGainRow } from './evaluations';

/** How the live report is cut beside course and statement; at most two at once. */
export const REPORT_CUTS = ['event', 'trainer', 'sector', 'month'] as const;
export type ReportCut = (typeof REPORT_CUTS)[number];

/** A row of the live report within its cuts. */
export interface CutRow extends KnowledgeGainRow {
  cuts: { by: ReportCut; label: string }[];
}

/** How a report for others is cut beside course and statement. */
export const PUBLISHED_CUTS = ['event', 'month', 'sector'] as const;
export type PublishedCut = (typeof PUBLISHED_CUTS)[number];

/** A row of a report for others; without a cut it is the whole of its statement. */
export interface PublishedRow extends KnowledgeGainRow {
  cut: string | null;
}

/** How many people came; null where the count is kept back. */
export interface PeopleCount {
  name: string;
  people: number | null;
}

/** How many different people attended in one partnership year, counted once and told alike in every report of it. */
export interface PublishedPeople {
  year: string;
  people: number;
  /** Agencies only within a sector whose count is shown. */
  sectors: (PeopleCount & { agencies: PeopleCount[] })[];
  roles: PeopleCount[];
  demonstration: boolean;
}

/** Words of delegates about one course, with their consent; read anew each time, so that they can be taken back. */
export interface PublishedQuotes {
  courseId: string;
  courseTitle: string;
  words: string[];
}

/** The files that a published report is told in. */
export const PUBLISHED_FILES = ['docx', 'pdf', 'xlsx', 'csv'] as const;
export type PublishedFile = (typeof PUBLISHED_FILES)[number];

/** Everything that was published, as it was on that day. */
export interface PublishedContent {
  title: string;
  /** London dates, both inside. */
  from: string;
  to: string;
  by: PublishedCut | null;
  /** What it is about where it is about one course. */
  courseTitle: string | null;
  rows: PublishedRow[];
  /** How many whole events entered with answers. */
  events: number;
  /** A year each, of a report about all courses; none where a year has too few people. */
  people: PublishedPeople[];
  /** How the figures were made, a paragraph each. */
  method: string[];
  demonstration: boolean;
}

export interface PublishedReportView {
  id: string;
  /** The same for every edition of a report. */
  seriesId: string;
  title: string;
  from: string;
  to: string;
  by: PublishedCut | null;
  edition: number;
  /** What was wrong with the edition before; null for the first. */
  erratum: string | null;
  publishedAt: string;
  /** The edition that replaced it; null for the newest. */
  replacedBy: { id: string; edition: number } | null;
  demonstration: boolean;
}

export interface PublishedReportDetail extends PublishedReportView {
  content: PublishedContent;
  quotes: PublishedQuotes[];
  editions: Pick<PublishedReportView, 'id' | 'edition' | 'erratum' | 'publishedAt'>[];
}

export interface NewPublishedReport {
  title: string;
  from: string;
  to: string;
  by?: PublishedCut | null;
  courseId?: string | null;
}

export interface ReportLinkView {
  id: string;
  /** Whom it is for. */
  label: string;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
}

/** The address is shown once; only its hash is kept. */
export interface NewReportLinkView extends ReportLinkView {
  url: string;
}

/** What a trainer may see of what was learnt at own events. */
export interface OwnResultsView {
  events: number;
  rows: PublishedRow[];
}
