import type { DeclaredSetting } from '@roundtable/contracts';

/** Who is mailed when a text looks like a name, a birth date or an allegation. */
export const TEXT_READERS = {
  name: 'evaluations.textReaders',
  group: 'partnership',
  kind: 'line',
  label: 'Evaluation readers who are told at once',
  hint: 'Email addresses with commas between, two or more, of people with the role evaluation reader. Where it is empty, everybody with that role is told.',
  usual: null,
  longest: 1000,
} as const satisfies DeclaredSetting;

/** Who is told when nobody decided in time. */
export const SERVICE_MANAGER = {
  name: 'evaluations.serviceManager',
  group: 'partnership',
  kind: 'line',
  label: 'Service manager, told of texts that nobody decided on in time',
  hint: 'One email address, or a role: coordinator, information-governance or system-owner. Where it is empty, the coordinators are told.',
  usual: null,
  longest: 200,
} as const satisfies DeclaredSetting;
