import { mailTemplate } from '@roundtable/platform';

export const EVENT_INVITATION = mailTemplate({
  id: 'event-invitation',
  name: 'Too few from a sector',
  group: 'Agency leads',
  when: 'When staff invite the leads of a sector that an event lacks.',
  fields: {
    training: { means: 'the course with its date', example: 'Neglect, Wednesday 22 May 2024' },
    course: { means: 'the title of the course', example: 'Neglect' },
    sector: { means: 'the sector that is missing', example: 'Police' },
    note: { means: 'what staff wrote; may be empty', example: 'We would value your view of the new protocol.' },
  },
  original: {
    subject: 'Could somebody from your agency come? {{training}}',
    opening: [
      'Too few people from {{sector}} have booked this training. It is best with a mix of agencies round the table, and nobody from yours has a place yet.',
      '{{note}}',
    ],
    action: 'See the training and book',
    closing: ['You get this because you book training for your agency. This does not hold a place.'],
  },
});
