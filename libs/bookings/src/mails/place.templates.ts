import { bookingTemplate } from './booking-template';

const BY = { by: { means: 'who did it', example: 'Sam Example' } };
const MISSING = {
  missing: { means: 'what must be completed first, with where to find it', example: 'Level 1 (https://…)' },
  completeBy: { means: 'until when to complete it', example: 'Friday 17 May 2024, 5pm' },
};
const TO_COMPLETE = 'Complete this before the training: {{missing}}. Please do so by {{completeBy}}.';
const FREE_UNTIL = 'You can cancel free of charge until {{cancelBy}}.';
const INVITATION = 'The calendar invitation is part of this mail.';
const HELD = 'We hold your name, agency and training record to run the training. You can see them when you sign in.';
const CHANGE = 'See, change or cancel your booking';
const NEXT_DATES = 'Look for another date';

const place = (id: string, name: string, when: string, opening: readonly string[]) =>
  bookingTemplate({
    id,
    name,
    when,
    fields: { ...BY, ...MISSING },
    original: {
      subject: 'Place booked: {{training}}',
      opening: [...opening, TO_COMPLETE],
      action: CHANGE,
      closing: [FREE_UNTIL],
    },
  });

/** The ways in which somebody gets a place. */
export const PLACED = {
  asked: place('booked', 'Place booked', 'When somebody books a place for themself.', [
    `You have a place on this training. ${INVITATION}`,
  ]),
  'by-another': place('booked-by-another', 'Place booked by somebody else', 'When somebody else books for them.', [
    `{{by}} booked a place on this training for you. ${INVITATION}`,
    HELD,
  ]),
  promoted: place(
    'place-became-free',
    'Place from the waiting list',
    'When a place becomes free and is theirs at once.',
    [
      `A place has become free and it is yours. ${INVITATION}`,
      'If you can no longer come, please cancel soon: somebody else may be waiting.',
    ],
  ),
  approved: place('request-approved', 'Request approved', 'When a request is approved and there is a place.', [
    `Your request is approved and you have a place. ${INVITATION}`,
  ]),
  moved: place('moved-here', 'Moved to this date', 'When a booking is moved to this date.', [
    `Your place is on this date now. ${INVITATION}`,
  ]),
  'in-place-of': place('in-place-of', 'In place of a colleague', 'When somebody gets the place of a colleague.', [
    `{{by}} gave you the place of a colleague on this training. ${INVITATION}`,
    HELD,
  ]),
};

export const WAITLISTED = bookingTemplate({
  id: 'waitlisted',
  name: 'On the waiting list',
  when: 'When somebody joins the waiting list.',
  fields: { ...BY, missing: { means: 'what must be completed first', example: 'Level 1' } },
  original: {
    subject: 'You are on the waiting list: {{training}}',
    opening: [
      `{{by}} asked for a place on this training for you. ${HELD}`,
      'You do not have a place yet. You are on the waiting list, and we will write to you when a place becomes free.',
      'You can get a place once you have completed: {{missing}}.',
    ],
    action: 'See your place in the line, or leave it',
  },
});

export const OFFERED = bookingTemplate({
  id: 'offered',
  name: 'A place is offered',
  when: 'When a place becomes free and somebody on the waiting list is asked.',
  fields: { until: { means: 'until when to answer', example: 'Friday 17 May 2024, 12pm' } },
  needed: ['until'],
  original: {
    subject: 'A place is offered to you: {{training}}',
    opening: [
      'A place has become free and it is offered to you.',
      'Please say yes or no by {{until}}. After that it is offered to the next person.',
    ],
    action: 'Take the place or say no',
  },
});

export const OFFER_MISSED = bookingTemplate({
  id: 'offer-missed',
  name: 'An offer ran out',
  when: 'When an offer was not answered for the first time.',
  original: {
    subject: 'The offer of a place has run out: {{training}}',
    opening: [
      'We offered you a place on this training and had no answer in time, so it went to the next person.',
      'You are still on the waiting list, at the end of the line. If another place becomes free for you, we write once more.',
    ],
    action: 'See your place in the line, or leave it',
  },
});

export const OFFER_REFUSED = bookingTemplate({
  id: 'offer-refused',
  name: 'An offer was not taken',
  when: 'When somebody says no to an offered place.',
  original: {
    subject: 'You did not take the place: {{training}}',
    opening: ['Thank you for telling us. The place goes to somebody else, and you are off the waiting list.'],
    action: NEXT_DATES,
  },
});

export const LAPSED = bookingTemplate({
  id: 'lapsed',
  name: 'No place this time',
  when: 'When the event starts, or a second offer runs out, and somebody has no place.',
  original: {
    subject: 'No place this time: {{training}}',
    opening: [
      'We could not give you a place this time. We have counted your request, so that more dates can be planned.',
    ],
    action: 'See the next dates',
  },
});

export const WAIT_ENDED = bookingTemplate({
  id: 'wait-ended',
  name: 'Off this waiting list',
  when: 'When somebody who waits gets a place on another date of the course.',
  original: {
    subject: 'You are no longer on this waiting list: {{training}}',
    opening: ['You have a place on another date of this course, so we took you off the waiting list for this one.'],
  },
});

export const CANCELLED = bookingTemplate({
  id: 'cancelled',
  name: 'Booking cancelled',
  when: 'When a booking is cancelled.',
  original: {
    subject: 'Booking cancelled: {{training}}',
    opening: ['Your booking is cancelled. If the training was in your calendar, this mail takes it out.'],
    action: NEXT_DATES,
  },
});

export const MOVED_AWAY = bookingTemplate({
  id: 'moved-away',
  name: 'Moved to another date',
  when: 'When a booking is moved to another date; about the old one.',
  original: {
    subject: 'Moved to another date: {{training}}',
    opening: ['Your booking was moved to another date. This mail takes the old date out of your calendar.'],
    action: 'See your training',
  },
});

export const SUBSTITUTED = bookingTemplate({
  id: 'substituted',
  name: 'A colleague has the place',
  when: 'When somebody’s place is given to a colleague; to whoever had it.',
  fields: BY,
  original: {
    subject: 'A colleague has your place: {{training}}',
    opening: [
      '{{by}} gave your place on this training to a colleague. If it was in your calendar, this mail takes it out.',
      'Nothing that you told us went to your colleague.',
    ],
    action: NEXT_DATES,
  },
});

export const RELEASED = bookingTemplate({
  id: 'released',
  name: 'Place given back',
  when: 'When a place is released because something that comes first was not completed.',
  fields: { missing: { means: 'what was missing', example: 'Level 1' } },
  original: {
    subject: 'Your place was given back: {{training}}',
    opening: [
      'Something that comes before this training was not completed in time, so your place went to somebody else.',
      'What was missing: {{missing}}.',
    ],
    action: NEXT_DATES,
  },
});

export const ENDED_AS_DOUBLE = bookingTemplate({
  id: 'ended-as-double',
  name: 'One of two bookings ended',
  when: 'When two entries of one person are put together, and both had a booking.',
  original: {
    subject: 'One of two bookings ended: {{training}}',
    opening: [
      'We held two entries for you and made them one. Both had a booking for this course: one stays, and this one has ended.',
      'If it was in your calendar, this mail takes it out. What you have booked is on your training page.',
    ],
    action: 'See your training',
  },
});
