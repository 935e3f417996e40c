import { bookingTemplate } from '../mails/booking-template';

export const STILL_COMING = bookingTemplate({
  id: 'still-coming',
  name: 'Can you still come?',
  when: 'Some working days before free cancellation ends; to everybody with a place.',
  original: {
    subject: 'Can you still come? {{training}}',
    opening: [
      'You have a place on this training. Please tell us whether you can still come.',
      'If you cannot, somebody who is waiting can have your place. You can cancel free of charge until {{cancelBy}}.',
    ],
    action: 'Say yes or no',
    closing: ['If you do not answer, your place stays.'],
  },
});
