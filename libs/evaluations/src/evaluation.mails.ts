import { type FilledTemplate, dateInWords, filled, mailTemplate, whenInWords } from '@roundtable/platform';

export interface AskedDelegate {
  courseTitle: string;
  startsAt: Date;
  endsAt: Date;
  closesAt: Date;
  /** The form's whole address. */
  url: string;
  /** Telephone number for worries about a child, where the partnership set one. */
  frontDoor: string | null;
}

export const AFTER = mailTemplate({
  id: 'evaluation-after',
  name: 'Questions after the course',
  group: 'Evaluation and certificates',
  when: 'Half an hour before the last session ends; to everybody with a place.',
  fields: {
    course: { means: 'the title of the course', example: 'Neglect' },
    date: { means: 'the first day', example: 'Wednesday 22 May 2024' },
    closesOn: { means: 'the last day for answers', example: 'Wednesday 3 July 2024' },
    worry: {
      means: 'what to do with a worry about a child; with the front door’s number',
      example: 'call 0300 123 4567',
    },
  },
  needed: ['worry'],
  original: {
    subject: 'After the course: {{course}}, {{date}}',
    opening: [
      'Please tell us what you take away from {{course}}. It takes about two minutes.',
      'Your certificate is ready once the register is closed and these questions are answered.',
    ],
    action: 'Answer the questions',
    closing: [
      'Your answers are confidential, not anonymous. The link is yours: please do not pass it on.',
      'This is not a way to report a worry about a child. If a child is in danger now, call 999. Otherwise {{worry}}.',
    ],
  },
});

/** Asks a delegate for the answers after the event. */
export function afterLetter(asked: AskedDelegate): FilledTemplate {
  return filled(
    AFTER,
    {
      course: asked.courseTitle,
      date: dateInWords(asked.startsAt),
      closesOn: dateInWords(asked.closesAt),
      worry: asked.frontDoor ? `call ${asked.frontDoor}` : 'follow your agency’s procedure',
    },
    {
      facts: [
        { label: 'Course', value: asked.courseTitle },
        { label: 'When', value: whenInWords(asked.startsAt, asked.endsAt) },
        { label: 'Please answer by', value: dateInWords(asked.closesAt) },
      ],
      url: asked.url,
    },
  );
}
