import { mailTemplate } from '@roundtable/platform';

export const LEAD_DIGEST = mailTemplate({
  id: 'lead-digest',
  name: 'A lead’s week',
  group: 'Agency leads',
  when: 'On Monday morning, or on the next working day; to leads for whom there is something.',
  fields: {
    summary: { means: 'what there is, counted', example: '2 requests to approve, 1 course coming up' },
    more: { means: 'that there is more than the mail lists', example: 'There is more than is listed here.' },
    offUrl: { means: 'where this mail is turned off', example: 'https://…/my-agency' },
  },
  needed: ['offUrl'],
  original: {
    subject: 'Training of your people this week: {{summary}}',
    opening: ['Here is what waits for you, and what is coming for the people you lead.', '{{more}}'],
    action: 'See the bookings of your people',
    closing: ['You can turn this mail off here: {{offUrl}}'],
  },
});
