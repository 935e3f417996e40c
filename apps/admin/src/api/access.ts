import { allows, type Permission, type Role } from '@roundtable/contracts';
import { usePermissions } from 'react-admin';

/** The permission behind each screen. A screen that is not listed is closed. */
const SCREENS: Record<string, Record<string, Permission>> = {
  events: {
    list: 'events.read',
    show: 'events.read',
    create: 'events.write',
    edit: 'events.write',
    terms: 'events.write',
    paper: 'evaluations.type-in',
  },
  bookings: { list: 'bookings.read', show: 'bookings.read' },
  approvals: { list: 'bookings.manage' },
  late: { list: 'bookings.manage' },
  charges: { list: 'charges.decide', show: 'charges.decide' },
  'access-need-tasks': { list: 'bookings.manage' },
  venues: { list: 'events.write', create: 'events.write', edit: 'events.write' },
  trainers: { list: 'trainers.read', create: 'trainers.write', edit: 'trainers.write' },
  'other-provider-events': {
    list: 'other-provider-events.write',
    create: 'other-provider-events.write',
    edit: 'other-provider-events.write',
  },
  'outside-attendances': { list: 'outside-attendances.decide' },
  courses: {
    list: 'courses.read',
    create: 'courses.write',
    edit: 'courses.write',
    terms: 'courses.write',
    form: 'evaluation-forms.read',
  },
  'standing-questions': { list: 'evaluation-forms.read', create: 'evaluation-forms.write' },
  'evaluation-texts': { list: 'evaluation-texts.read', show: 'evaluation-texts.read' },
  'text-decisions': { list: 'text-decisions.read' },
  'released-texts': { list: 'released-texts.read' },
  quotes: { list: 'quotes.read' },
  'learning-sources': { list: 'learning-sources.read', create: 'learning-sources.write' },
  guidance: { list: 'guidance.read', create: 'guidance.write', trained: 'guidance.last-trained' },
  'watched-recordings': { list: 'recordings.watched' },
  agencies: {
    list: 'agencies.list',
    show: 'agencies.list',
    create: 'agencies.create',
    edit: 'agencies.change',
    merge: 'agencies.merge',
  },
  'agency-groups': { list: 'agencies.list', create: 'agencies.change' },
  sectors: { list: 'agencies.change', create: 'sectors.write' },
  practitioners: {
    list: 'people.list',
    show: 'people.list',
    create: 'people.create',
    edit: 'people.change',
    merge: 'people.merge',
  },
  'role-grants': { list: 'roles.read', create: 'roles.grant' },
  accounts: { list: 'accounts.read', show: 'accounts.read' },
  audit: { list: 'audit.read' },
  'data-requests': { list: 'data-requests.read', show: 'data-requests.read' },
  holds: { list: 'holds.read', create: 'holds.write' },
  retention: { list: 'retention.read' },
  settings: { list: 'settings.read' },
  tokens: { list: 'tokens.read', create: 'tokens.write' },
  'closure-days': { list: 'working-time.read', create: 'working-time.write' },
  'school-holidays': { list: 'working-time.read', create: 'working-time.write' },
  messages: { list: 'messages.read', show: 'messages.read' },
  'mail-wordings': { list: 'wordings.read', edit: 'wordings.read' },
  'event-mails': { show: 'event-mails.send', edit: 'event-mails.send' },
  'programme-mailings': {
    list: 'programme-mailings.send',
    show: 'programme-mailings.send',
    create: 'programme-mailings.send',
    edit: 'programme-mailings.send',
  },
  modules: { list: 'modules.read' },
  completions: { list: 'completions.read' },
  imports: { list: 'imports.run' },
  promote: { list: 'promotion.read' },
  overviews: { list: 'overviews.read' },
  reports: { list: 'reports.read' },
  'reports/published': { list: 'reports.read', show: 'reports.read', create: 'reports.publish' },
  answers: { list: 'answers.export' },
};

export function mayUse(resource: string, action: string, roles: readonly Role[]): boolean {
  const permission = SCREENS[resource]?.[action];
  return permission !== undefined && allows(permission, roles);
}

/** The signed-in person's roles, and what they allow; empty until they are known. */
export function useRoles() {
  const { permissions, isPending } = usePermissions<Role[]>();
  const roles = permissions ?? [];
  return { roles, isPending, may: (permission: Permission) => allows(permission, roles) };
}
