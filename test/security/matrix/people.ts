import type { Role } from '@roundtable/contracts';

/** Who asks: the columns of the matrix. Two leads, because what one may see the other may not. */
export const ASKERS = [
  'visitor',
  'practitioner',
  'agency-lead',
  'other-lead',
  'trainer',
  'administrator',
  'coordinator',
  'evaluation-reader',
  'information-governance',
  'system-owner',
] as const;
export type Asker = (typeof ASKERS)[number];

/** The agency whose rows are foreign to everybody but its own lead and the staff. */
export const NORTHSIDE = 'Northside Nursery';
const OTHER_AGENCY = 'Bramcote Academy';
const PARTNERSHIP = 'The Partnership';

/** The account of each column. The practitioner is a colleague of the person whose rows are asked for. */
export const ACCOUNTS: Record<Exclude<Asker, 'visitor'>, { role: Role; agency: string }> = {
  practitioner: { role: 'practitioner', agency: NORTHSIDE },
  'agency-lead': { role: 'agency-lead', agency: NORTHSIDE },
  'other-lead': { role: 'agency-lead', agency: OTHER_AGENCY },
  trainer: { role: 'trainer', agency: OTHER_AGENCY },
  administrator: { role: 'administrator', agency: PARTNERSHIP },
  coordinator: { role: 'coordinator', agency: PARTNERSHIP },
  'evaluation-reader': { role: 'evaluation-reader', agency: PARTNERSHIP },
  'information-governance': { role: 'information-governance', agency: PARTNERSHIP },
  'system-owner': { role: 'system-owner', agency: PARTNERSHIP },
};
