import { mailTemplate } from '@roundtable/platform';

const FIELDS = {
  course: { means: 'the title of the course', example: 'Neglect' },
  when: { means: 'the date with its times', example: 'Wednesday 22 May 2024, 9:30am to 12:30pm' },
  places: { means: 'how many places', example: '2 places' },
};

export const PLACES_HELD = mailTemplate({
  id: 'team-places-held',
  name: 'Places held for an agency',
  group: 'Agency leads',
  when: 'When places are held without names; to the agency’s leads.',
  fields: {
    ...FIELDS,
    by: { means: 'who holds them', example: 'Sam Example' },
    until: { means: 'until when names are to be given', example: 'Friday 10 May 2024, 5pm' },
  },
  needed: ['until'],
  original: {
    subject: 'Places held for your agency: {{course}}',
    opening: [
      '{{by}} holds {{places}} for your agency on this training.',
      'Say who comes by {{until}}. After that the places go to others.',
    ],
    action: 'See the training',
  },
});

export const PLACES_RELEASED = mailTemplate({
  id: 'team-places-released',
  name: 'Held places given back',
  group: 'Agency leads',
  when: 'When nobody was named for held places in time; to the agency’s leads.',
  fields: FIELDS,
  original: {
    subject: 'Held places were given back: {{course}}',
    opening: ['Nobody was named for {{places}} that your agency held on this training, so they went to others.'],
    action: 'See the training',
  },
});
