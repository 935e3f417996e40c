import { mailTemplate } from '@roundtable/platform';

export const COURSE_DATE = mailTemplate({
  id: 'course-date',
  name: 'A new date for a course of interest',
  group: 'Courses',
  when: 'When an event is published on a course that somebody asked to be told about.',
  fields: {
    course: { means: 'the title of the course', example: 'Neglect' },
    date: { means: 'the first day', example: 'Wednesday 22 May 2024' },
    stopUrl: { means: 'where to stop these mails', example: 'https://…' },
  },
  needed: ['stopUrl'],
  original: {
    subject: 'New date: {{course}}, {{date}}',
    opening: ['You asked us to tell you when there is a date for this training. There is one now.'],
    action: 'See the date and book',
    closing: [
      'This does not hold a place for you. We will tell you of later dates too.',
      'To stop these mails: {{stopUrl}}',
    ],
  },
});
