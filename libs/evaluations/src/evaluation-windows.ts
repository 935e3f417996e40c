import type { EvaluationFormView } from '@roundtable/contracts';
import type { ClosureDays } from '@roundtable/platform';
import { DateTime } from 'luxon';
import { openingInTerm } from './follow-up-rules';

/** The stages that a delegate is asked at in the product. */
export const STAGES = ['before', 'after', 'follow-up'] as const;
export type Stage = (typeof STAGES)[number];

/** From when until when answers enter the figures. */
export interface AnsweringWindow {
  opensAt: Date;
  closesAt: Date;
}

const HALF_HOUR_MS = 30 * 60_000;
const AFTER_WEEKS = 6;
const FOLLOW_UP_MONTHS = 3;
const FOLLOW_UP_WEEKS = 6;
const LINK_MONTHS = 12;
const MANAGER_LINK_WEEKS = 4;

/** What decides when somebody is asked. */
export interface AskedDates {
  bookedAt: Date;
  startsAt: Date | null;
  endsAt: Date | null;
  /** Days of school holidays, where the delegate's agency keeps school terms. */
  holidays?: ClosureDays;
}

/**
 * When a stage is asked. Before: from the booking until 30 minutes after the first session starts. After: from 30
 * minutes before the scheduled end of the last session until six weeks after it, at the same London time. Follow-up:
 * from three calendar months after that end, clamped to the month's end, for six weeks; where that falls into the
 * holidays of a school, from the second week of term. Null for history without a date.
 */
export function answeringWindow(
  stage: Stage,
  { bookedAt, startsAt, endsAt, holidays = [] }: AskedDates,
): AnsweringWindow | null {
  if (!startsAt || !endsAt) return null;
  if (stage === 'before') return { opensAt: bookedAt, closesAt: new Date(startsAt.getTime() + HALF_HOUR_MS) };
  if (stage === 'after')
    return {
      opensAt: new Date(endsAt.getTime() - HALF_HOUR_MS),
      closesAt: inLondon(endsAt).plus({ weeks: AFTER_WEEKS }).toJSDate(),
    };
  const opens = openingInTerm(inLondon(endsAt).plus({ months: FOLLOW_UP_MONTHS }), holidays);
  return { opensAt: opens.toJSDate(), closesAt: opens.plus({ weeks: FOLLOW_UP_WEEKS }).toJSDate() };
}

/**
 * What a form is at a moment. Answers after the event are taken once its window has closed too, as they release the
 * certificate: see isLate. `isAsked` is whether the booking still stands on an event that takes place.
 */
export function formState(facts: {
  stage: Stage;
  window: AnsweringWindow | null;
  isSent: boolean;
  isAsked: boolean;
  now: Date;
}): EvaluationFormView['state'] {
  const { stage, window, isSent, isAsked, now } = facts;
  if (isSent) return 'sent';
  if (!window || !isAsked) return 'closed';
  if (now < window.opensAt) return 'not-yet-open';
  return stage !== 'after' && now >= window.closesAt ? 'closed' : 'open';
}

/** Whether answers sent now enter no figure. */
export function isLate(window: AnsweringWindow, now: Date): boolean {
  return now >= window.closesAt;
}

/** Until when the link in a mail opens the form: a year after the window, so that a certificate can still be released. */
export function linkExpiry(window: AnsweringWindow): Date {
  return inLondon(window.closesAt).plus({ months: LINK_MONTHS }).toJSDate();
}

/** Until when a line manager's link says that the question has closed, and nothing else: four weeks more. */
export function managerLinkExpiry(closesAt: Date): Date {
  return inLondon(closesAt).plus({ weeks: MANAGER_LINK_WEEKS }).toJSDate();
}

function inLondon(instant: Date): DateTime {
  return DateTime.fromJSDate(instant, { zone: 'Europe/London' });
}
