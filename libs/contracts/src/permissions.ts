import type { Role } from './roles';

const everybody = ['visitor'] as const;
const signedIn = [
  'practitioner',
  'agency-lead',
  'trainer',
  'administrator',
  'coordinator',
  'evaluation-reader',
  'information-governance',
  'system-owner',
] as const;
const office = ['administrator', 'coordinator'] as const;
const officeAndLeads = ['agency-lead', 'administrator', 'coordinator'] as const;

/**
 * Who may use what. A route names one permission; a role that is not listed is refused.
 * Which rows an allowed person sees is decided in the queries, never here.
 */
export const PERMISSIONS = {
  public: everybody,
  'me.read': signedIn,
  'me.secure': signedIn,
  'me.second-factor': signedIn,
  'agencies.list': officeAndLeads,
  'agencies.create': office,
  'agencies.change': office,
  'agencies.merge': office,
  'sectors.read': everybody,
  'sectors.write': ['coordinator'],
  'people.list': officeAndLeads,
  'people.create': officeAndLeads,
  'people.change': office,
  'people.merge': office,
  'people.look-up': ['information-governance', 'system-owner'],
  'accounts.read': ['administrator', 'coordinator', 'system-owner'],
  'accounts.help': ['administrator', 'coordinator', 'system-owner'],
  'memberships.write': office,
  'memberships.end': officeAndLeads,
  'roles.read': ['administrator', 'coordinator', 'system-owner'],
  'roles.grant': ['administrator', 'coordinator', 'system-owner'],
  'courses.read': everybody,
  'courses.write': office,
  'events.read': everybody,
  'events.write': office,
  'bookings.create': signedIn,
  'bookings.read': signedIn,
  'bookings.change': signedIn,
  'bookings.approve': officeAndLeads,
  'bookings.substitute': officeAndLeads,
  'bookings.group': officeAndLeads,
  'bookings.manage': office,
  'team-places.use': officeAndLeads,
  'approvals.answer': everybody,
  'joining.use': everybody,
  'joining.read': ['trainer', 'administrator', 'coordinator'],
  'access-needs.read': ['trainer', 'administrator', 'coordinator'],
  'register.read': ['trainer', 'administrator', 'coordinator'],
  'register.write': ['trainer', 'administrator', 'coordinator'],
  'register.close': ['trainer', 'administrator', 'coordinator'],
  'modules.read': everybody,
  'modules.attempt': signedIn,
  'completions.read': signedIn,
  'imports.run': office,
  'evaluations.answer': everybody,
  'certificates.read': signedIn,
  'certificates.check': everybody,
  'reports.read': ['coordinator'],
  'messages.read': office,
  'messages.send': office,
  'audit.read': ['system-owner', 'information-governance'],
  'own-data.read': signedIn,
  'own-data.request': signedIn,
  'data-requests.read': ['information-governance'],
  'data-requests.make': ['information-governance'],
  'data-requests.decide': ['information-governance'],
  'holds.read': ['information-governance'],
  'holds.write': ['information-governance'],
  'settings.read': ['coordinator', 'system-owner'],
  'settings.write': ['coordinator', 'system-owner'],
  'retention.read': ['coordinator', 'information-governance'],
  'retention.write': ['coordinator'],
  'tokens.read': signedIn,
  'tokens.write': signedIn,
  'operations.read': everybody,
  'demonstration.clock': office,
} as const satisfies Record<string, readonly (Role | 'visitor')[]>;

export type Permission = keyof typeof PERMISSIONS;
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[];

/** Whether any of these roles carries the permission. Nobody needs a role for what visitors may do. */
export function allows(permission: Permission, roles: readonly Role[]): boolean {
  const allowed: readonly string[] = PERMISSIONS[permission];
  return allowed.includes('visitor') || roles.some((role) => allowed.includes(role));
}
