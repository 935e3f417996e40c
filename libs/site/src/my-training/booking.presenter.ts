import { type ChargeView, type EventView, type MissingPrerequisite, paths } from '@roundtable/contracts';
import { isLive } from '../booking/book.presenter';
import { termFacts } from '../events/event-terms';
import type { PageModel } from '../frame/site-pages';
import { prerequisiteName, price, when, where } from '../frame/words';
import type { ResourceLink } from '../resources/resource-links';
import { approverWords, isOver, momentWords, positionWords, statusWords, untilWords } from './booking-words';
import { chargeFacts } from './charge-words';
import { type OwnBooking, hasCertificate } from './my-training.presenter';

export interface BookingPage extends PageModel {
  caption: string;
  action: string;
  /** Shown right after booking. */
  panel: { title: string; reference: string } | null;
  /** Shown after a change. */
  done: string | null;
  facts: { key: string; value: string }[];
  sessions: string[];
  next: string[];
  toComplete: { name: string; href: string }[];
  toCompleteWords: string;
  /** The one thing to do now. */
  main: { text: string; href: string } | null;
  /** The questions three months after the training, while they are open; the certificate stays the main thing. */
  followUpHref: string | null;
  isOffered: boolean;
  /** 'Can you still come?' waits for an answer: after a change, or before free cancellation ends. */
  asksComing: 'after-change' | 'before-cut-off' | null;
  joinHref: string | null;
  needsHref: string | null;
  moveHref: string | null;
  cancelHref: string | null;
  cancelText: string;
  eventHref: string;
  certificateHref: string | null;
  resources: ResourceLink[];
}

export const BOOKING_MOMENTS = [
  'booked',
  'cancelled',
  'accepted',
  'refused',
  'there',
  'moved',
  'coming',
  'not-coming',
  'needs',
] as const;
export type BookingMoment = (typeof BOOKING_MOMENTS)[number] | null;

/** One booking of one's own. `moment` is what was done just now; `keepsForOthers` says that others have places kept. */
export function bookingPage(
  own: OwnBooking,
  event: EventView | null,
  missing: readonly MissingPrerequisite[],
  moment: BookingMoment,
  now: Date,
  {
    resources = [],
    keepsForOthers = false,
    charges = [],
  }: { resources?: ResourceLink[]; keepsForOthers?: boolean; charges?: readonly ChargeView[] } = {},
): BookingPage {
  const { booking } = own;
  const isEnded = !isLive(booking.status);
  const isCalledOff = event?.status === 'cancelled' && !isEnded;
  const isFixed = isEnded || isCalledOff || (booking.startsAt !== null && new Date(booking.startsAt) <= now);
  const toComplete = isFixed ? [] : missing.map((one) => ({ name: prerequisiteName(one), href: one.url }));
  const panel = moment === 'booked' && !isFixed ? { title: panelTitle(own), reference: booking.reference } : null;
  return {
    title: panel?.title ?? booking.courseTitle,
    section: 'mine',
    caption: when(booking),
    action: paths.booking({ id: booking.id }),
    panel,
    done: doneWords(own, moment),
    facts: [...factsOf(own, event, now), ...chargeFacts(charges)],
    sessions: event && event.sessions.length > 1 ? event.sessions.map(when) : [],
    next: isCalledOff
      ? ['This event was cancelled. You do not need to do anything.']
      : nextSteps(own, now, keepsForOthers),
    toComplete,
    toCompleteWords: toCompleteWords(own),
    main: isCalledOff ? null : mainAction(own, toComplete[0]),
    followUpHref: own.followUp === 'open' ? paths.myEvaluation({ bookingId: booking.id, stage: 'follow-up' }) : null,
    isOffered: booking.status === 'offered' && !isFixed,
    asksComing: isFixed ? null : askedWhen(own),
    joinHref: isJoinable(own, event, now) ? paths.joinBooking({ id: booking.id }) : null,
    needsHref: isFixed ? null : paths.bookingNeeds({ id: booking.id }),
    moveHref: isFixed ? null : paths.moveBooking({ id: booking.id }),
    cancelHref: isFixed ? null : paths.cancelBooking({ id: booking.id }),
    cancelText: cancelText(own),
    eventHref: paths.event({ id: booking.eventId }),
    certificateHref: hasCertificate(own) ? paths.certificatePage({ bookingId: booking.id }) : null,
    resources,
  };
}

function askedWhen({ booking }: OwnBooking): BookingPage['asksComing'] {
  if (booking.comingAsked) return 'after-change';
  return booking.stillComingAsked ? 'before-cut-off' : null;
}

function cancelText({ booking }: OwnBooking): string {
  if (booking.status === 'waitlisted') return 'Leave the waiting list';
  return booking.status === 'awaiting_approval' ? 'Withdraw this request' : 'Cancel this booking';
}

function isJoinable({ booking }: OwnBooking, event: EventView | null, now: Date): boolean {
  const isOnline = event !== null && event.status === 'published' && event.delivery !== 'in-person';
  return isOnline && booking.status === 'confirmed' && !isOver(booking, now);
}

function toCompleteWords({ booking }: OwnBooking): string {
  if (booking.status === 'waitlisted') return 'Complete this, so that you can be given a place:';
  return booking.provisionalUntil
    ? `Complete this by ${momentWords(booking.provisionalUntil)}. After that your place may go to somebody else:`
    : 'Complete this before the training:';
}

function panelTitle({ booking }: OwnBooking): string {
  if (booking.status === 'waitlisted') return 'You are on the waiting list';
  if (booking.status === 'awaiting_approval') return 'You have asked for a place';
  return 'Your place is booked';
}

function doneWords({ booking }: OwnBooking, moment: BookingMoment): string | null {
  if (moment === 'cancelled' && booking.status === 'cancelled')
    return 'Your booking is cancelled. We have sent you an email that takes it out of your calendar. If somebody was waiting, they get your place.';
  if (moment === 'accepted' && booking.status === 'confirmed') return 'You took the place. It is confirmed.';
  if (moment === 'refused' && booking.status === 'cancelled') return 'The place goes to the next person in line.';
  if (moment === 'moved' && booking.replaces)
    return booking.status === 'confirmed'
      ? 'Your place is on this date now. We have sent you an email that changes your calendar.'
      : 'Your request is for this date now. We have sent you an email about it.';
  if (moment === 'coming') return 'Thank you. Your place stays.';
  if (moment === 'not-coming' && booking.status === 'cancelled')
    return 'Your place goes to somebody else, free of charge. We have sent you an email about it.';
  if (moment === 'needs') return 'What you need is up to date. The training team looks at it.';
  if (moment === 'there')
    return 'You have a place on this date of the course already. You can move it to another date.';
  return null;
}

function factsOf({ booking }: OwnBooking, event: EventView | null, now: Date): { key: string; value: string }[] {
  return [
    { key: 'Status', value: statusWords(booking, now) },
    { key: 'Course', value: booking.courseTitle },
    { key: 'When', value: when(booking) },
    ...(event
      ? [
          { key: 'Where', value: where(event) },
          { key: 'Cost', value: price(event.feePence) },
          ...(booking.status === 'confirmed' && !isOver(booking, now)
            ? termFacts(event, now).filter(({ key }) => key === 'Cancelling')
            : []),
        ]
      : []),
    { key: 'Booked for', value: `${booking.practitionerName}, ${booking.agencyName}` },
    { key: 'Reference', value: booking.reference },
  ];
}

function nextSteps(own: OwnBooking, now: Date, keepsForOthers: boolean): string[] {
  const { booking, before, after } = own;
  if (booking.status === 'waitlisted')
    return [
      positionWords(booking.waitlistPosition, keepsForOthers),
      'We write to you when there is a place for you.',
      'You can leave the waiting list at any time.',
    ];
  if (booking.status === 'awaiting_approval')
    return [
      `Your agency approves training first. Your request is with ${approverWords(booking.approverKind)}.`,
      booking.placeHeld
        ? 'A place is held for you until it is answered.'
        : 'There is no free place now. Once your request is approved, you join the waiting list.',
      'We write to you as soon as it is decided.',
    ];
  if (booking.status === 'offered')
    return booking.offeredUntil
      ? [`You can take this place ${untilWords(booking.offeredUntil)}.`, 'After that it is offered to the next person.']
      : [];
  if (booking.status !== 'confirmed') return [];
  if (!isOver(booking, now)) {
    const steps = ['We have sent you an email with the details and an entry for your calendar.'];
    if (before === 'open')
      steps.push('Answer a few questions before the training, so that we can see what it changes.');
    return [
      ...steps,
      'Right after the training we ask you the same questions again. Your certificate follows.',
      ...(booking.cancelFreeUntil && new Date(booking.cancelFreeUntil) > now
        ? [`If you cannot come, you can cancel free of charge ${untilWords(booking.cancelFreeUntil)}.`]
        : ['If you cannot come, cancel all the same: somebody else may be waiting.']),
    ];
  }
  if (booking.attendance === null)
    return [
      'The trainer closes the register within a few days. Your certificate comes after that, and after you have answered the questions.',
    ];
  if (booking.attendance === 'attended' && after === 'open')
    return ['Answer the questions after the training, and you can download your certificate.'];
  if (booking.attendance === 'partly_attended')
    return [
      'You were there for a part of this training, so there is no certificate for it. Ask the training team about another date.',
    ];
  return [];
}

function mainAction(own: OwnBooking, toComplete: { href: string } | undefined): BookingPage['main'] {
  const { booking, before, after } = own;
  if (toComplete && (booking.status === 'confirmed' || booking.status === 'waitlisted'))
    return { text: 'Complete what comes first', href: toComplete.href };
  if (booking.status !== 'confirmed') return null;
  const bookingId = booking.id;
  if (hasCertificate(own)) return { text: 'Download certificate', href: paths.certificate({ bookingId }) };
  if (after === 'open' && booking.attendance !== 'absent')
    return { text: 'Answer the questions after the training', href: paths.myEvaluation({ bookingId, stage: 'after' }) };
  if (before === 'open')
    return {
      text: 'Answer the questions before the training',
      href: paths.myEvaluation({ bookingId, stage: 'before' }),
    };
  return null;
}
