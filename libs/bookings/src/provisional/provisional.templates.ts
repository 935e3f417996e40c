import { bookingTemplate } from '../mails/booking-template';

const MISSING = { missing: { means: 'what must be completed, with where to find it', example: 'Level 1 (https://…)' } };

export const OUTSTANDING = bookingTemplate({
  id: 'outstanding',
  name: 'Something to complete first',
  when: 'When something that comes first is missing: at once where it was lost, and 14 and 7 days before.',
  fields: { ...MISSING, completeBy: { means: 'until when to complete it', example: 'Friday 17 May 2024, 5pm' } },
  needed: ['missing', 'completeBy'],
  original: {
    subject: 'Still to complete: {{training}}',
    opening: [
      'You have a place on this training. Something must be completed before it.',
      'Complete this before the training: {{missing}}. Please do so by {{completeBy}}.',
    ],
    action: 'Complete it now',
    closing: ['After that date your place may go to somebody who is waiting.'],
  },
});

export const RELEASE_NOTICE = bookingTemplate({
  id: 'release-notice',
  name: 'Place will be given back',
  when: 'Two working days before a place is released by itself.',
  fields: { ...MISSING, releasedAt: { means: 'when the place goes', example: 'Friday 17 May 2024, 5pm' } },
  needed: ['missing', 'releasedAt'],
  original: {
    subject: 'Your place will be given back: {{training}}',
    opening: [
      'What comes before this training is still missing: {{missing}}.',
      'Complete it by {{releasedAt}}. After that your place goes to somebody who is waiting.',
    ],
    action: 'See your booking',
  },
});
