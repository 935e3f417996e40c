import type { DeclaredSetting } from '@roundtable/contracts';

/** Whether staff, trainers and whoever may export need an authenticator app. */
export const REQUIRE_SECOND_FACTOR = {
  name: 'requireSecondFactor',
  group: 'security',
  kind: 'yes-no',
  label: 'Ask for a second factor',
  hint: 'Staff, trainers and everybody who may export data then need an authenticator app. Who has none is signed out, and sets one up when they sign in again. API tokens go on working.',
  usual: false,
} as const satisfies DeclaredSetting;

export const IDLE_MINUTES = {
  name: 'signIn.idleMinutes',
  group: 'security',
  kind: 'whole-number',
  label: 'Sign people out when nothing was done for',
  hint: 'For everybody, on every device. It counts for those who are signed in now, too.',
  usual: 240,
  least: 5,
  most: 1440,
  unit: 'minutes',
} as const satisfies DeclaredSetting;

export const ABSOLUTE_HOURS = {
  name: 'signIn.absoluteHours',
  group: 'security',
  kind: 'whole-number',
  label: 'Sign people out in any case after',
  hint: 'However busy they are: they sign in again.',
  usual: 14,
  least: 1,
  most: 168,
  unit: 'hours',
} as const satisfies DeclaredSetting;
