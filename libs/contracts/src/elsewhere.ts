import type { Area } from './people';

/** An event of another provider: it has its own link, and no place on it is booked here. */
export interface OtherProviderEventView {
  id: string;
  title: string;
  provider: string;
  url: string;
  audience: string | null;
  area: Area | null;
  /** Free for practitioners in the county. */
  freeInCounty: boolean;
  topic: string | null;
  cost: string | null;
  /** London dates. */
  from: string | null;
  to: string | null;
  /** Dates in words, where they are not from one to another. */
  dates: string | null;
  published: boolean;
  demonstration: boolean;
}

export interface NewOtherProviderEvent {
  title: string;
  provider: string;
  url: string;
  audience?: string | null;
  area?: Area | null;
  freeInCounty?: boolean;
  topic?: string | null;
  cost?: string | null;
  from?: string | null;
  to?: string | null;
  dates?: string | null;
  published?: boolean;
}

export type OtherProviderEventChange = Partial<NewOtherProviderEvent>;

export const OUTSIDE_ATTENDANCE_STATES = ['declared', 'accepted', 'declined'] as const;
export type OutsideAttendanceState = (typeof OUTSIDE_ATTENDANCE_STATES)[number];

export interface NewOutsideAttendance {
  /** A London date. */
  attendedOn: string;
  evidence: string;
  evidenceUrl?: string | null;
}

/** What somebody says they attended with another provider, with the evidence that staff check. */
export interface OutsideAttendanceView {
  id: string;
  otherProviderEventId: string;
  title: string;
  provider: string;
  practitionerId: string;
  practitionerName: string;
  attendedOn: string;
  /** Empty once its period is over. */
  evidence: string | null;
  evidenceUrl: string | null;
  state: OutsideAttendanceState;
  declaredAt: string;
  decidedAt: string | null;
  reason: string | null;
}
