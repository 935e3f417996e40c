/** What an agency pays by. */
export const FEE_TYPES = ['staff', 'maintained', 'private', 'charity', 'self-employed', 'other'] as const;
export type FeeType = (typeof FEE_TYPES)[number];

/** Who approves what an agency's people ask for: nobody, its lead, or a manager who is named with the request. */
export const APPROVALS = ['off', 'lead', 'manager'] as const;
export type Approval = (typeof APPROVALS)[number];

/** What becomes of a request that nobody answered for five working days: on the staff's list, declined, or passed. */
export const UNANSWERED_APPROVALS = ['staff', 'decline', 'pass'] as const;
export type UnansweredApproval = (typeof UNANSWERED_APPROVALS)[number];

/** A proposed agency came with a registration and waits for the office. */
export const AGENCY_STATUSES = ['accepted', 'proposed'] as const;
export type AgencyStatus = (typeof AGENCY_STATUSES)[number];

export const GROUP_KINDS = ['academy-trust', 'nhs-trust', 'childminders-network', 'other'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

export interface AgencyView {
  id: string;
  name: string;
  sector: string;
  feeType: string;
  /** The first of the agency's domains. */
  emailDomain: string | null;
  emailDomains: string[];
  groupId: string | null;
  groupName: string | null;
  approval: Approval;
  unansweredApproval: UnansweredApproval;
  status: AgencyStatus;
  /** Unique reference number of a school. */
  urn: string | null;
  ofstedNumber: string | null;
  odsCode: string | null;
}

/** How many people an agency has in a partnership year, such as 2026-27. */
export interface Headcount {
  year: string;
  headcount: number;
}

export interface AgencyDetailView extends AgencyView {
  headcounts: Headcount[];
}

export interface NewAgency {
  name: string;
  sector: string;
  feeType?: string;
  emailDomain?: string;
}

export interface AgencyChange {
  name?: string;
  sector?: string;
  feeType?: FeeType;
  emailDomains?: string[];
  groupId?: string | null;
  approval?: Approval;
  unansweredApproval?: UnansweredApproval;
  urn?: string | null;
  ofstedNumber?: string | null;
  odsCode?: string | null;
  headcounts?: Headcount[];
}

/** One thing that happened to an agency; `before` and `after` hold what changed. */
export interface AgencyHistoryEntry {
  id: string;
  at: string;
  byId: string | null;
  /** Empty for the product itself. */
  byName: string | null;
  action: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export interface AgencyGroupView {
  id: string;
  name: string;
  kind: GroupKind;
}

export interface NewAgencyGroup {
  name: string;
  kind?: GroupKind;
}

export interface AgencyGroupChange {
  name?: string;
  kind?: GroupKind;
}

export interface SectorView {
  id: string;
  name: string;
  parentId: string | null;
  position: number;
}

export interface NewSector {
  name: string;
  parentId?: string;
  position?: number;
}

export interface SectorChange {
  name?: string;
  position?: number;
}

/** All sectors of the first level, or all below one sector, in the order in which they are to stand. */
export interface SectorOrder {
  ids: string[];
}

/** Two rows that cannot both stay as they are: which is kept, which is not, and why. */
export interface MergeConflict {
  kind: string;
  keptId: string;
  endedId: string;
  why: string;
}

/** What a merge would do, or did: rows that move, by kind, and conflicts. */
export interface MergeView {
  from: { id: string; name: string };
  into: { id: string; name: string };
  moves: Record<string, number>;
  conflicts: MergeConflict[];
}
