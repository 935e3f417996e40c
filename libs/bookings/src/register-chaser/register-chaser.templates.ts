import { mailTemplate } from '@roundtable/platform';

export const REGISTER_OPEN = mailTemplate({
  id: 'register-open',
  name: 'The register is still open',
  group: 'Trainers',
  when: 'The working day after an event whose register is not closed; to its trainers.',
  fields: {
    course: { means: 'the title of the course', example: 'Neglect' },
    date: { means: 'the last day', example: 'Wednesday 22 May 2024' },
    how: {
      means: 'how a trainer without an account gets to the register',
      example: 'Open the link that we mailed you.',
    },
  },
  original: {
    subject: 'Please close the register: {{course}}, {{date}}',
    opening: [
      'You gave this training, and its register is still open. Please mark who was there, and close the register.',
      '{{how}}',
      'Certificates go out when the register is closed.',
    ],
    action: 'Open the register',
  },
});
