import { bookingTemplate } from './booking-template';

export const RESCHEDULED = bookingTemplate({
  id: 'rescheduled',
  name: 'Training changed',
  when: 'When the time or place of an event changes; to whoever has a place.',
  original: {
    subject: 'Changed: {{training}}',
    opening: [
      'The time or the place of this training has changed. Your place stays, and this mail changes your calendar.',
      'Can you still come? If not, give your place back: somebody else may be waiting, and it costs nothing.',
    ],
    action: 'Say whether you can come',
    closing: ['If you do not answer, your place stays.'],
  },
});

export const RESCHEDULED_WHILE_WAITING = bookingTemplate({
  id: 'rescheduled-while-waiting',
  name: 'Training changed, while waiting',
  when: 'When the time or place of an event changes; to whoever has no place yet.',
  original: {
    subject: 'Changed: {{training}}',
    opening: [
      'The time or the place of this training has changed. Your request stays as it is.',
      'If this does not suit you any more, withdraw it: somebody else may be waiting.',
    ],
    action: 'See or withdraw your request',
  },
});

export const SESSION_DROPPED = bookingTemplate({
  id: 'session-dropped',
  name: 'A session is cancelled',
  when: 'When one of several sessions will not take place.',
  fields: { session: { means: 'the session that is dropped', example: 'Friday 24 May 2024, 9:30am to 12:30pm' } },
  needed: ['session'],
  original: {
    subject: 'A session is cancelled: {{training}}',
    opening: [
      'One of the sessions of this training will not take place: {{session}}. This mail takes it out of your calendar.',
    ],
    action: 'See your booking',
  },
});

export const EVENT_CANCELLED = bookingTemplate({
  id: 'event-cancelled',
  name: 'Training cancelled',
  when: 'When an event is cancelled; to everybody who booked or waited.',
  fields: { reason: { means: 'the reason that staff gave', example: 'The trainer is ill' } },
  needed: ['reason'],
  original: {
    subject: 'This training is cancelled: {{training}}',
    opening: [
      'We are sorry: this training will not take place. If it was in your calendar, this mail takes it out.',
      'Reason: {{reason}}',
    ],
    action: 'Look for another date',
  },
});
