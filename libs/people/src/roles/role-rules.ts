import { type Role, STAFF_ROLES } from '@roundtable/contracts';
import { isOffice, type Actor } from '@roundtable/platform';

/** Whether somebody may give and take a role: the office leads and trainers, a system owner the roles of staff. */
export function mayGrant(actor: Actor, role: Role): boolean {
  if (role === 'agency-lead' || role === 'trainer') return isOffice(actor);
  return STAFF_ROLES.includes(role) && actor.roles.includes('system-owner');
}

/** What is wrong with what a grant is for, by field; empty where nothing is. A lead leads one agency or one group. */
export function scopeProblems(wanted: { role: Role; agencyId?: string; groupId?: string }): Record<string, string> {
  const isFor = [wanted.agencyId, wanted.groupId].filter((id) => id !== undefined).length;
  if (wanted.role === 'agency-lead')
    return isFor === 1 ? {} : { agencyId: 'Choose the agency or the group that this person leads, one of the two' };
  return isFor === 0 ? {} : { agencyId: 'Only an agency lead has an agency or a group' };
}
