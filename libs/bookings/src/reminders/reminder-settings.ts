import type { DeclaredSetting } from '@roundtable/contracts';

export const JOINING_DAYS = {
  name: 'reminders.joiningWorkingDays',
  group: 'partnership',
  kind: 'whole-number',
  label: 'Send joining instructions before the first session',
  hint: 'At 8am on that working day, to everybody with a place. Whoever gets a place later gets them at once.',
  usual: 3,
  least: 1,
  most: 10,
  unit: 'working days',
} as const satisfies DeclaredSetting;

export const STILL_COMING_DAYS = {
  name: 'reminders.stillComingWorkingDays',
  group: 'partnership',
  kind: 'whole-number',
  label: 'Ask ‘Can you still come?’ before free cancellation ends',
  hint: 'At 8am on that working day, to everybody who has had their place since before it.',
  usual: 3,
  least: 1,
  most: 10,
  unit: 'working days',
} as const satisfies DeclaredSetting;
