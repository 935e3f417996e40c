import { type Letter, dateInWords, whenInWords } from '@roundtable/platform';

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

/** Asks a delegate for the answers after the event. */
export function afterLetter(asked: AskedDelegate): Letter {
  const call = asked.frontDoor ? `call ${asked.frontDoor}` : 'follow your agency’s procedure';
  return {
    subject: `After the course: ${asked.courseTitle}, ${dateInWords(asked.startsAt)}`,
    opening: [
      `Please tell us what you take away from ${asked.courseTitle}. It takes about two minutes.`,
      'Your certificate is ready once the register is closed and these questions are answered.',
    ],
    facts: [
      { label: 'Course', value: asked.courseTitle },
      { label: 'When', value: whenInWords(asked.startsAt, asked.endsAt) },
      { label: 'Please answer by', value: dateInWords(asked.closesAt) },
    ],
    action: { label: 'Answer the questions', url: asked.url },
    closing: [
      'Your answers are confidential, not anonymous. The link is yours: please do not pass it on.',
      `This is not a way to report a worry about a child. If a child is in danger now, call 999. Otherwise ${call}.`,
    ],
  };
}
