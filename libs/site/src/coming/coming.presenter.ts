import type { ComingSight } from '@roundtable/bookings';
import { CANCEL_REASONS, paths } from '@roundtable/contracts';
import { whenInWords } from '@roundtable/platform';
import type { PageErrors } from '../frame/errors';
import type { PageModel } from '../frame/site-pages';
import { momentWords } from '../my-training/booking-words';

export const COMING_ANSWERS = ['yes', 'no', 'cancel'] as const;

export interface ComingPage extends PageModel {
  caption: string;
  action: string;
  canAnswer: boolean;
  words: string[];
  facts: { key: string; value: string }[];
  datesHref: string | null;
}

export interface GiveBackPage extends PageModel {
  caption: string;
  action: string;
  words: string[];
  /** Empty where no reason is asked for, because the organisers changed the event. */
  reasons: { value: string; text: string }[];
}

/** 'Can you still come?' behind the link in a mail: to be answered, or what became of it. */
export function comingPage(sight: ComingSight, token: string): ComingPage {
  const { facts } = sight;
  const canAnswer = isOpen(sight);
  return {
    title: titleOf(sight, canAnswer),
    isPersonal: true,
    caption: captionOf(sight),
    action: paths.coming({ token }),
    canAnswer,
    words: canAnswer ? askWords(sight) : endWords(sight),
    facts: [
      { key: 'Course', value: facts.courseTitle },
      { key: 'When', value: whenOf(sight) },
      { key: 'Where', value: facts.place },
      { key: 'Booked for', value: facts.toName },
      { key: 'Reference', value: facts.reference },
    ],
    datesHref: canAnswer ? null : paths.course({ slug: facts.courseSlug }),
  };
}

/** Before a place is given back: why, or only whether it is meant. */
export function giveBackPage(sight: ComingSight, token: string, now: Date, errors: PageErrors | null): GiveBackPage {
  const place = 'Your place goes to the next person in line. You cannot take it back.';
  return {
    title: sight.isAfterChange ? 'Do you want to cancel?' : 'Why do you want to cancel?',
    isPersonal: true,
    errors,
    caption: captionOf(sight),
    action: paths.coming({ token }),
    words: [place, costWords(sight, now)],
    reasons: sight.isAfterChange ? [] : CANCEL_REASONS.map(({ key, words }) => ({ value: key, text: words })),
  };
}

export function isOpen({ status, hasStarted, isCalledOff }: ComingSight): boolean {
  return status === 'confirmed' && !hasStarted && !isCalledOff;
}

function captionOf(sight: ComingSight): string {
  return `${sight.facts.courseTitle}, ${whenOf(sight)}`;
}

function whenOf({ facts: { startsAt, endsAt } }: ComingSight): string {
  return startsAt && endsAt ? whenInWords(startsAt, endsAt) : 'Date to be confirmed';
}

function titleOf(sight: ComingSight, canAnswer: boolean): string {
  if (canAnswer) return sight.hasSaidYes ? 'You said that you are coming' : 'Can you still come?';
  if (sight.isCalledOff) return 'This training was cancelled';
  if (sight.status === 'confirmed') return 'This training has begun';
  return 'This booking has ended';
}

function askWords({ isAfterChange, hasSaidYes }: ComingSight): string[] {
  if (hasSaidYes) return ['Thank you. Your place stays. If that changes, cancel here: somebody else may be waiting.'];
  return [
    ...(isAfterChange ? ['The time or the place of this training has changed.'] : []),
    'If you do not answer, your place stays.',
  ];
}

function endWords({ isCalledOff, status }: ComingSight): string[] {
  if (isCalledOff) return ['You do not need to do anything.'];
  if (status === 'confirmed') return ['There is nothing left for you to answer.'];
  if (status === 'cancelled')
    return ['Your place is given back. We have sent you an email that takes the training out of your calendar.'];
  return ['There is no place behind this page any more, so there is nothing to answer.'];
}

function costWords({ isAfterChange, cancelFreeUntil }: ComingSight, now: Date): string {
  if (isAfterChange) return 'Because the time or the place has changed, this is free of charge.';
  if (cancelFreeUntil === null) return '';
  const until = momentWords(cancelFreeUntil.toISOString());
  return cancelFreeUntil > now
    ? `You can cancel free of charge until ${until}.`
    : `Free cancellation ended at ${until}. Your agency may be charged, unless your place is filled or the reason is one that we do not charge for.`;
}
