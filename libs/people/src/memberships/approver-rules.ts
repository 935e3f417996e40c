import { isPublicDomain } from '@roundtable/agencies';

/**
 * Whether an approver without an account can be taken for one: the address is on one of the agency's domains, which
 * not everybody can have an address on, and is not the delegate's own.
 */
export function isOnAgencyDomain(
  approverEmail: string,
  agencyDomains: readonly string[],
  delegateEmail: string | null,
): boolean {
  const domain = approverEmail.slice(approverEmail.lastIndexOf('@') + 1);
  return approverEmail !== delegateEmail && agencyDomains.includes(domain) && !isPublicDomain(domain);
}
