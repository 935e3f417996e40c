import { type MergeField, mailTemplate } from '@roundtable/platform';

const GROUP = 'Evaluation and certificates';
const FORM = {
  course: { means: 'the title of the course', example: 'Neglect' },
  date: { means: 'the first day', example: 'Wednesday 22 May 2024' },
  closesOn: { means: 'until when answers are taken', example: 'Wednesday 3 July 2024' },
} as const satisfies Record<string, MergeField>;
const WORRY = {
  worry: {
    means: 'what to do with a worry about a child; with the front door’s number',
    example: 'call 0300 123 4567',
  },
} as const satisfies Record<string, MergeField>;
const CERTIFICATES = {
  certificates: { means: 'the courses whose certificate waits for the answers', example: 'Neglect' },
} as const satisfies Record<string, MergeField>;

const CONFIDENTIAL = 'Your answers are confidential, not anonymous. The link is yours: please do not pass it on.';
const LINKS_CONFIDENTIAL =
  'Your answers are confidential, not anonymous. The links are yours: please do not pass them on.';
const NOT_A_REPORT =
  'This is not a way to report a worry about a child. If a child is in danger now, call 999. Otherwise {{worry}}.';
const ACTION = 'Answer the questions';
const CERTIFICATES_WAIT =
  'Your certificate waits for your answers, and for the register to be closed: {{certificates}}.';

export const BEFORE = mailTemplate({
  id: 'evaluation-before',
  name: 'Questions before the course',
  group: GROUP,
  when: 'Ten working days before the event; to everybody with a place who did not answer when booking.',
  fields: { ...FORM, ...WORRY },
  needed: ['worry'],
  original: {
    subject: 'Before the course: {{course}}, {{date}}',
    opening: [
      'Please tell us how you rate yourself before {{course}}. It takes about two minutes.',
      'We ask the same questions again after the course, to see what changed.',
    ],
    action: ACTION,
    closing: [CONFIDENTIAL, NOT_A_REPORT],
  },
});

export const AFTER = mailTemplate({
  id: 'evaluation-after',
  name: 'Questions after the course',
  group: GROUP,
  when: 'Half an hour before the last session ends; to everybody with a place.',
  fields: { ...FORM, ...WORRY },
  needed: ['worry'],
  original: {
    subject: 'After the course: {{course}}, {{date}}',
    opening: [
      'Please tell us what you take away from {{course}}. It takes about two minutes.',
      'Your certificate is ready once the register is closed and these questions are answered.',
    ],
    action: ACTION,
    closing: [CONFIDENTIAL, NOT_A_REPORT],
  },
});

export const FOLLOW_UP = mailTemplate({
  id: 'evaluation-follow-up',
  name: 'Questions three months after the course',
  group: GROUP,
  when: 'Three months after the event, or for schools in the second week of term; to everybody who attended.',
  fields: { ...FORM, ...WORRY },
  needed: ['worry'],
  original: {
    subject: 'Three months on: {{course}}, {{date}}',
    opening: [
      'Three months ago you were on {{course}}. Please tell us how you rate yourself now. It takes about two minutes.',
      'These are the questions you know. Your answers show what lasts, and what we should teach differently.',
    ],
    action: ACTION,
    closing: [CONFIDENTIAL, NOT_A_REPORT],
  },
});

export const SEVERAL = mailTemplate({
  id: 'evaluation-several',
  name: 'Questions about several courses',
  group: GROUP,
  when: 'In place of the mails above, where somebody has more than one set of questions to answer.',
  fields: { sets: { means: 'how many sets of questions', example: '2 sets of questions' }, ...CERTIFICATES, ...WORRY },
  needed: ['worry'],
  original: {
    subject: 'Your training: {{sets}} to answer',
    opening: ['Please answer {{sets}} about your training. Each takes about two minutes.', CERTIFICATES_WAIT],
    closing: [LINKS_CONFIDENTIAL, NOT_A_REPORT],
  },
});

export const CHASER = mailTemplate({
  id: 'evaluation-chaser',
  name: 'Questions not answered yet',
  group: GROUP,
  when: 'Twice at most for each set of questions, on working days; to whoever did not answer.',
  fields: {
    about: { means: 'which questions, or how many sets', example: 'the questions after Neglect' },
    ...CERTIFICATES,
    ...WORRY,
  },
  needed: ['worry'],
  original: {
    subject: 'Still to answer: {{about}}',
    opening: ['We do not have your answers to {{about}} yet. It takes a few minutes.', CERTIFICATES_WAIT],
    action: ACTION,
    closing: ['We remind you twice at most.', CONFIDENTIAL, NOT_A_REPORT],
  },
});

export const OWED_TEMPLATES = [BEFORE, AFTER, FOLLOW_UP, SEVERAL, CHASER];
