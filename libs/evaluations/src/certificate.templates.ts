import { type MergeField, mailTemplate } from '@roundtable/platform';

const GROUP = 'Evaluation and certificates';
const FIELDS = {
  course: { means: 'the title of the course', example: 'Neglect' },
  date: { means: 'the first day', example: 'Wednesday 22 May 2024' },
  code: { means: 'the code of the certificate', example: 'RT-7K2M9Q' },
} as const satisfies Record<string, MergeField>;

export const CERTIFICATE_READY = mailTemplate({
  id: 'certificate-ready',
  name: 'Certificate ready',
  group: GROUP,
  when: 'When the register is closed and the questions after the course are answered; to whoever attended.',
  fields: {
    ...FIELDS,
    checkUrl: { means: 'where anybody can check it', example: 'https://training.example/certificates/RT-7K2M9Q' },
  },
  original: {
    subject: 'Your certificate is ready: {{course}}, {{date}}',
    opening: ['Your certificate of attendance for {{course}} is ready. Sign in to download it.'],
    action: 'Go to your certificate',
    closing: ['Its code is {{code}}. Anybody to whom you show it can check it here: {{checkUrl}}'],
  },
});

export const CERTIFICATE_WITHDRAWN = mailTemplate({
  id: 'certificate-withdrawn',
  name: 'Certificate withdrawn',
  group: GROUP,
  when: 'When a correction of the register takes a certificate back.',
  fields: {
    ...FIELDS,
    reason: {
      means: 'why, in a sentence',
      example: 'The register was corrected: it says now that you were not there.',
    },
  },
  needed: ['reason'],
  original: {
    subject: 'Your certificate was withdrawn: {{course}}, {{date}}',
    opening: [
      'Your certificate {{code}} for {{course}} holds no longer. {{reason}}',
      'Whoever checks its code sees that it was withdrawn. Please do not show it any more.',
    ],
    action: 'See your booking',
    closing: ['If this is not right, please tell the training team.'],
  },
});
