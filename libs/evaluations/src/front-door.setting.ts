import type { DeclaredSetting } from '@roundtable/contracts';

/** The telephone number for worries about a child, named wherever people write or rate. */
export const FRONT_DOOR = {
  name: 'safeguarding.frontDoor',
  group: 'partnership',
  kind: 'line',
  label: 'Telephone number for worries about a child',
  hint: 'Named wherever people write or rate, beside 999. Where it is empty they are pointed to their agency’s procedure.',
  usual: null,
  longest: 60,
} as const satisfies DeclaredSetting;
