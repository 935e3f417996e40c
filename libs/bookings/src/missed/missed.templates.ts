import { bookingTemplate } from '../mails/booking-template';

export const MISSED = bookingTemplate({
  id: 'missed',
  name: 'We missed you',
  when: 'The working day after a register was closed; to everybody who was absent.',
  fields: {
    nextDates: { means: 'the next dates of the course', example: 'Monday 3 June 2024, 9:30am to 12:30pm (online)' },
    recording: { means: 'where a recording of the training is', example: 'Neglect: https://…' },
  },
  original: {
    subject: 'We missed you: {{training}}',
    opening: [
      'You had a place on this training, and the register says that you were not there. We hope that all is well.',
      'Please tell us why: choose a reason on the page below. You do not need to sign in.',
      'Next dates of this course: {{nextDates}}',
      'You can watch the recording: {{recording}}',
    ],
    action: 'Say why, or see the next dates',
    closing: ['If you were there, say so on the same page, and we look at the register.'],
  },
});
