import type { Approval, ApproverKind } from '@roundtable/contracts';
import { type ClosureDays, workingDaysAfter } from '@roundtable/platform';

/** A request that nobody answered is recalled after 3 working days, and given up on after 5. */
const REMIND_AFTER = 3;
const GIVE_UP_AFTER = 5;

export interface ApprovalFacts {
  approval: Approval;
  /** A lead of the agency asks, or staff who say why: that act approves. */
  isApprovedByAct: boolean;
  hasLeads: boolean;
  managerEmail: string | null;
  delegateEmail: string | null;
  agencyDomains: readonly string[];
}

/**
 * Who is asked to approve a request; null where nobody needs to be. A manager without an account must have an address
 * on the agency's domains that is not the delegate's own; otherwise staff decide, and see that the approver is unverified.
 */
export function approverFor(facts: ApprovalFacts): ApproverKind | null {
  if (facts.approval === 'off' || facts.isApprovedByAct) return null;
  if (facts.approval === 'manager' && facts.managerEmail !== null)
    return isVerified(facts.managerEmail, facts.delegateEmail, facts.agencyDomains) ? 'manager' : 'unverified';
  return facts.hasLeads ? 'lead' : 'staff';
}

export function isVerified(address: string, delegate: string | null, domains: readonly string[]): boolean {
  const domain = address.toLowerCase().split('@')[1] ?? '';
  return address.toLowerCase() !== delegate?.toLowerCase() && domains.some((one) => one.toLowerCase() === domain);
}

/** When whoever was asked is reminded: 3 working days after they were asked. */
export const remindedAt = (askedAt: Date, closureDays: ClosureDays): Date =>
  workingDaysAfter(askedAt, REMIND_AFTER, closureDays);

/** When the request counts as unanswered: 5 working days after it was asked. */
export const unansweredAt = (askedAt: Date, closureDays: ClosureDays): Date =>
  workingDaysAfter(askedAt, GIVE_UP_AFTER, closureDays);
