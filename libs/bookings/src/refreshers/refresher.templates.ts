import { mailTemplate } from '@roundtable/platform';

export const REFRESHER = mailTemplate({
  id: 'refresher',
  name: 'Due for a refresher',
  group: 'Courses',
  when: '90 and 30 days before a completed course or module runs out, unless it was renewed or a place is booked.',
  fields: {
    training: { means: 'the title, or how many there are', example: 'Neglect' },
    until: { means: 'the day on which the first of them runs out', example: 'Wednesday 22 May 2024' },
  },
  original: {
    subject: 'Due for a refresher: {{training}}',
    opening: [
      'What you completed is valid until the date beside it. Please take it again in time, so that your training record stays up to date.',
    ],
    closing: ['Once you have a place, or have completed it again, we do not remind you any more.'],
  },
});
