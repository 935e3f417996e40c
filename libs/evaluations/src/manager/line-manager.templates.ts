import {
  type FilledTemplate,
  type MergeField,
  dateInWords,
  filled,
  mailTemplate,
  whenInWords,
} from '@roundtable/platform';

const GROUP = 'Evaluation and certificates';
const FIELDS = {
  delegate: { means: 'who was on the course', example: 'Dora Delegate' },
  course: { means: 'the title of the course', example: 'Neglect' },
  date: { means: 'the first day', example: 'Wednesday 22 May 2024' },
  closesOn: { means: 'until when answers are taken', example: 'Wednesday 3 October 2024' },
  worry: {
    means: 'what to do with a worry about a child; with the front door’s number',
    example: 'call 0300 123 4567',
  },
} as const satisfies Record<string, MergeField>;

const ACTION = 'Answer the question';
const CONFIDENTIAL =
  'Your answer is confidential, not anonymous. It is used to judge the training. {{delegate}} does not see it here, but may ask us for a copy of everything we hold about them.';
const ADDRESS =
  'We have your address from {{delegate}} or from their record with us. You do not have to answer. If you are not their line manager, please ignore this mail.';
const NOT_A_REPORT =
  'This is not a way to report a worry about a child. If a child is in danger now, call 999. Otherwise {{worry}}.';

export const ASK_MANAGER = mailTemplate({
  id: 'evaluation-line-manager',
  name: 'Question to a line manager',
  group: GROUP,
  when: 'At follow-up, where the form has a question for the line manager and the delegate did not say no; to the line manager.',
  fields: FIELDS,
  needed: ['delegate', 'worry'],
  original: {
    subject: 'Three months on: a question about {{course}}',
    opening: [
      '{{delegate}} was on {{course}} on {{date}}. We would like to know what you have seen at work since.',
      'It takes about two minutes. {{delegate}} was told that we ask you.',
    ],
    action: ACTION,
    closing: [CONFIDENTIAL, ADDRESS, 'We remind you once at most.', NOT_A_REPORT],
  },
});

export const REMIND_MANAGER = mailTemplate({
  id: 'evaluation-line-manager-reminder',
  name: 'Question to a line manager, not answered yet',
  group: GROUP,
  when: 'Five working days after the question, once; to the line manager who did not answer.',
  fields: FIELDS,
  needed: ['delegate', 'worry'],
  original: {
    subject: 'Still open: a question about {{course}}',
    opening: [
      '{{delegate}} was on {{course}} on {{date}}. We asked what you have seen at work since.',
      'The question is open until {{closesOn}}. We do not write about it again.',
    ],
    action: ACTION,
    closing: [CONFIDENTIAL, ADDRESS, NOT_A_REPORT],
  },
});

export const MANAGER_TEMPLATES = [ASK_MANAGER, REMIND_MANAGER];

/** The mails to line managers, by what they are. */
export const KIND_OF = { question: 'evaluation-line-manager', reminder: 'evaluation-line-manager-reminder' } as const;

/** Asks a line manager, or once again; `frontDoor` is the telephone number for worries about a child. */
export function managerLetter(
  what: keyof typeof KIND_OF,
  about: { delegate: string; course: string; startsAt: Date; endsAt: Date; closesAt: Date; url: string },
  frontDoor: string | null,
): FilledTemplate {
  const { delegate, course, startsAt, endsAt, closesAt, url } = about;
  const closesOn = dateInWords(closesAt);
  const worry = frontDoor ? `call ${frontDoor}` : 'follow your agency’s procedure';
  const facts = [
    { label: 'Who', value: delegate },
    { label: 'Course', value: course },
    { label: 'When', value: whenInWords(startsAt, endsAt) },
    { label: 'Please answer by', value: closesOn },
  ];
  const words = { delegate, course, date: dateInWords(startsAt), closesOn, worry };
  return filled(what === 'question' ? ASK_MANAGER : REMIND_MANAGER, words, { facts, url });
}
