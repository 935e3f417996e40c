/** What a person may ask about what is held of them. */
export const DATA_REQUEST_KINDS = ['erase', 'object', 'rectify'] as const;
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number];

export const DATA_DECISIONS = ['granted', 'refused', 'partly'] as const;
export type DataDecision = (typeof DATA_DECISIONS)[number];

export interface NewDataRequest {
  kind: DataRequestKind;
  words?: string;
}

/** A request that came by letter or telephone, logged for the person by information governance. */
export interface NewDataRequestForPerson extends NewDataRequest {
  personId: string;
}

/** A request as the person who made it sees it. */
export interface OwnDataRequestView {
  id: string;
  kind: DataRequestKind;
  words: string | null;
  receivedAt: string;
  dueAt: string;
  decidedAt: string | null;
  decision: DataDecision | null;
  reason: string | null;
}

/** What stands in the way of an erasure. */
export interface ErasureBlock {
  kind: 'booking' | 'charge' | 'hold';
  /** What a person can look up: a booking's reference, a charge's, a hold's id. */
  reference: string;
}

/** A request as information governance sees it. */
export interface DataRequestView extends OwnDataRequestView {
  personId: string;
  personName: string;
  personEmail: string | null;
  decidedById: string | null;
  /** Told for one request, not in lists; empty where nothing stands in the way. */
  blocks?: ErasureBlock[];
}

/** What a hold may name. It stops every deletion of what it names, and of what belongs to it. */
export const HOLD_KINDS = ['person', 'event', 'agency'] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];

export interface NewHold {
  subjectKind: HoldKind;
  subjectId: string;
  reason: string;
}

export interface HoldView extends NewHold {
  id: string;
  /** Looked up as it is called now; null where it is gone. */
  subjectName: string | null;
  setById: string | null;
  setAt: string;
  liftedAt: string | null;
}

/** A period after which something is erased. */
export interface RetentionRuleView {
  id: string;
  title: string;
  unit: 'days' | 'months';
  period: number;
  /** The period that applies where the partnership set none. */
  usual: number;
}

/** What a rule would erase now. */
export interface RetentionPreviewView extends RetentionRuleView {
  /** What happened before this moment is past its period. */
  before: string;
  count: number;
  /** How many more would go, if no hold stopped it. */
  held: number;
  /** The first few, by reference; no personal text. */
  first: string[];
}

export interface AuditEntryView {
  id: string;
  at: string;
  actorId: string | null;
  /** Empty for the product itself. */
  actorName: string | null;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  /** Looked up as it is called now; null where it has no name or is gone. */
  subjectName: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
}
