import { mailTemplate } from '@roundtable/platform';

export const MORNING_MAIL = mailTemplate({
  id: 'morning-list',
  name: 'The morning list',
  group: 'Staff',
  when: 'On working days at 7:30am; to administrators and coordinators who want it, where something needs them.',
  fields: {
    things: { means: 'how many things need somebody', example: '3 things need the training team' },
    date: { means: 'today', example: 'Wednesday 22 May 2024' },
  },
  original: {
    subject: '{{things}} on {{date}}',
    opening: ['This is what needs somebody of the training team today. Each line leads to where it is done.'],
    action: 'Open the morning list',
    closing: ['You can turn this mail off under the morning list.'],
  },
});
