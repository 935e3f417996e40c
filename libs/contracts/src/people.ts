import type { Role } from './roles';

export interface SignInRequest {
  email: string;
  password: string;
  code?: string;
}

export interface MeView {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  /** A second factor has to be set up before anything else. */
  mustEnrol?: true;
}

/** Mails that come round, which their readers may turn off. */
export const CHOSEN_MAILS = ['lead-digest', 'morning-list'] as const;
export type ChosenMail = (typeof CHOSEN_MAILS)[number];

/** Whether somebody wants a mail that comes round. */
export interface MailChoice {
  wanted: boolean;
}

export const AREAS = ['city', 'county', 'both'] as const;
export type Area = (typeof AREAS)[number];

export interface PractitionerView {
  id: string;
  name: string;
  email: string | null;
  agencyId: string | null;
  agencyName: string | null;
  jobRole: string | null;
  /**
   * A lead added somebody who was known already, who has not said yet that it is right: until then leads see the name
   * and the address that were typed, and nothing else.
   */
  isUnconfirmed: boolean;
}

/** A person's work for an agency; `since` and `until` are London dates, `until` the day on which it ended. */
export interface MembershipView {
  id: string;
  agencyId: string;
  agencyName: string;
  jobRole: string | null;
  since: string;
  until: string | null;
  /** Who approves bookings, where the agency lets a manager do so; told to staff alone. */
  approver?: ApproverView | null;
}

export interface ApproverView {
  name: string;
  email: string;
  /** Has an account, or an address on the agency's domains. */
  isVerified: boolean;
}

/** Mail to a person's address came back. */
export interface BouncedAddressView {
  since: string;
  /** What the mail server said, between quotation marks. */
  said: string;
}

export interface PractitionerDetailView extends PractitionerView {
  area: Area | null;
  /** Told to the office alone. */
  bouncedAddress: BouncedAddressView | null;
  memberships: MembershipView[];
}

export interface PractitionerChange {
  name?: string;
  email?: string | null;
  area?: Area | null;
}

export interface NewMembership {
  agencyId: string;
  jobRole?: string;
  since?: string;
}

export interface MembershipEnd {
  until: string;
}

export interface RoleGrantView {
  id: string;
  personId: string;
  personName: string;
  role: Role;
  agencyId: string | null;
  agencyName: string | null;
  groupId: string | null;
  groupName: string | null;
  grantedAt: string;
  reason: string | null;
}

/** An agency lead's role names the agency, or the group whose agencies are all led. */
export interface NewRoleGrant {
  personId: string;
  role: Role;
  agencyId?: string;
  groupId?: string;
  /** Why it is given; shown with the role and kept in the audit log. */
  reason?: string;
}

export interface NewPractitioner {
  email?: string;
  name: string;
  agencyId: string;
  jobRole?: string;
}
