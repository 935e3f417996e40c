import { bookingTemplate } from '../mails/booking-template';

const CANNOT_COME = {
  answerUrl: { means: 'where the delegate says that they cannot come', example: 'https://…/coming/…' },
};
const SAY_NO = 'If you cannot come any more, please say so here: {{answerUrl}}';

export const JOINING_INSTRUCTIONS = bookingTemplate({
  id: 'joining-instructions',
  name: 'How to join online',
  when: 'Some working days before an online event, and when staff press ‘Mail the joining link’; to everybody with a place.',
  fields: {
    minutesBefore: { means: 'how many minutes before the start the link shows', example: '30' },
    ...CANNOT_COME,
  },
  original: {
    subject: 'How to join: {{training}}',
    opening: [
      'This training is online. Your own join page works on any device, and you do not need to sign in.',
      'The link to the meeting shows on that page from {{minutesBefore}} minutes before the start.',
    ],
    action: 'Open your join page',
    closing: ['The page is yours alone. Please do not pass it on.', SAY_NO],
  },
});

export const JOINING_IN_PERSON = bookingTemplate({
  id: 'joining-in-person',
  name: 'Where to come',
  when: 'Some working days before an event in person; to everybody with a place.',
  fields: {
    joinUrl: { means: 'the delegate’s own join page, where one can also join online', example: 'https://…/join/…' },
    ...CANNOT_COME,
  },
  original: {
    subject: 'Where to come: {{training}}',
    opening: [
      'You have a place on this training. Here is where and when to come.',
      'You can also join online. Your own join page says how, and you do not need to sign in: {{joinUrl}}',
    ],
    action: 'See your booking',
    closing: [SAY_NO],
  },
});
