/** Roles that an account may hold. A person may hold several; whoever is not signed in is a visitor. */
export const ROLES = [
  'practitioner',
  'agency-lead',
  'trainer',
  'administrator',
  'coordinator',
  'evaluation-reader',
  'information-governance',
  'system-owner',
  'answers-exporter',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles of people who work in the partnership's office; they are granted by the system owner. */
export const STAFF_ROLES: readonly Role[] = [
  'administrator',
  'coordinator',
  'evaluation-reader',
  'information-governance',
  'system-owner',
  'answers-exporter',
];

/** Roles that may open the back office. */
export const BACK_OFFICE_ROLES: readonly Role[] = STAFF_ROLES;
