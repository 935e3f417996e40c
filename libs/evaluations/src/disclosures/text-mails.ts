import { type FilledTemplate, dateInWords, filled, mailTemplate, timeInWords } from '@roundtable/platform';

export const TEXT_TO_READ = mailTemplate({
  id: 'evaluation-text-to-read',
  name: 'A text to read first',
  group: 'Evaluation and certificates',
  when: 'At once, to the evaluation readers, when somebody wrote what looks like a name, a birth date or an allegation.',
  fields: {
    dueAt: { means: 'by when a decision is to be recorded', example: 'Thursday 23 May 2024, 10:15am' },
  },
  needed: ['dueAt'],
  original: {
    subject: 'Please read what somebody wrote in an evaluation',
    opening: [
      'Somebody wrote something that looks like a name, a birth date or an allegation. It may be nothing: a program sorted it, and nobody has read it yet.',
      'Please read it and record what you decide by {{dueAt}}. If nobody does, the service manager is told.',
    ],
    action: 'Open the texts to read',
    closing: [
      'The text is not in this mail, and nobody but evaluation readers sees it. If a child is in danger now, call 999.',
    ],
  },
});

export const TEXTS_OVERDUE = mailTemplate({
  id: 'evaluation-texts-overdue',
  name: 'Nobody decided on a text in time',
  group: 'Evaluation and certificates',
  when: 'When one working day has passed without a decision; once for each text, to the service manager.',
  fields: {
    howMany: { means: 'how many texts', example: '1 text' },
    dueAt: { means: 'when the first of them was due', example: 'Thursday 23 May 2024, 10:15am' },
  },
  needed: ['howMany'],
  original: {
    subject: 'Nobody has decided on what was written in an evaluation',
    opening: [
      '{{howMany}} that may tell of a person or a concern waited for an evaluation reader longer than one working day. The first was due on {{dueAt}}.',
      'Please see that a reader opens the list and records a decision today.',
    ],
    closing: ['The texts are not in this mail. Evaluation readers find them in the back office, under Texts to read.'],
  },
});

export function textToRead(dueAt: Date, url: string): FilledTemplate {
  return filled(TEXT_TO_READ, { dueAt: atInWords(dueAt) }, { url });
}

export function textsOverdue(count: number, firstDueAt: Date): FilledTemplate {
  return filled(TEXTS_OVERDUE, { howMany: count === 1 ? '1 text' : `${count} texts`, dueAt: atInWords(firstDueAt) });
}

function atInWords(instant: Date): string {
  return `${dateInWords(instant)}, ${timeInWords(instant)}`;
}
