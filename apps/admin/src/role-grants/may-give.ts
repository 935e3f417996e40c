import { STAFF_ROLES, type Role } from '@roundtable/contracts';

const OFFICE_GIVES: readonly Role[] = ['agency-lead', 'trainer'];

/** The roles that somebody may give and take: the office leads and trainers, a system owner the roles of staff. */
export function rolesToGive(own: readonly Role[]): Role[] {
  const isOffice = own.includes('administrator') || own.includes('coordinator');
  return [...(isOffice ? OFFICE_GIVES : []), ...(own.includes('system-owner') ? STAFF_ROLES : [])];
}
