import { bookingTemplate } from '../mails/booking-template';

export const JOINING_INSTRUCTIONS = bookingTemplate({
  id: 'joining-instructions',
  name: 'How to join online',
  when: 'Before an online event, and when staff press ‘Mail the joining link’; to everybody with a place.',
  fields: { minutesBefore: { means: 'how many minutes before the start the link shows', example: '30' } },
  original: {
    subject: 'How to join: {{training}}',
    opening: [
      'This training is online. Your own join page works on any device, and you do not need to sign in.',
      'The link to the meeting shows on that page from {{minutesBefore}} minutes before the start.',
    ],
    action: 'Open your join page',
    closing: ['The page is yours alone. Please do not pass it on.'],
  },
});
