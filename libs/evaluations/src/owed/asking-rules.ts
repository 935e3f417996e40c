import { type ClosureDays, addWorkingDays, londonDate, londonInstant, workingDaysAfter } from '@roundtable/platform';
import type { AnsweringWindow, Stage } from '../evaluation-windows';

/** How a stage is asked for. The form before an event counts back from its first day, the others from their opening. */
const SCHEDULE = {
  before: { asksWorkingDaysBefore: 10, chasers: [5, 1] },
  after: { chasers: [3, 8] },
  'follow-up': { chasers: [5, 15] },
} as const satisfies Record<Stage, { chasers: readonly [number, number] } & Record<string, unknown>>;

const MORNING = '09:00';
const DAY_MS = 24 * 3_600_000;

/** No form is asked for again more often than this. */
export const MOST_CHASERS = 2;

/** What decides whether a mail is due for a form that is open and was not answered. */
export interface AskingFacts {
  stage: Stage;
  window: AnsweringWindow;
  bookedAt: Date;
  startsAt: Date;
  /** Empty where no mail asked for it yet. */
  askedAt: Date | null;
  chasers: number;
  closureDays: ClosureDays;
  /** The days on which the delegate's own clock stops: a school's holidays, too. */
  ownDaysOff: ClosureDays;
}

/**
 * Whether a mail may name it: from when it is first asked for, before an event until that starts, else until its window
 * closes.
 */
export function isAskedNow(facts: AskingFacts, now: Date): boolean {
  return now >= invitedAt(facts) && now < (facts.stage === 'before' ? facts.startsAt : facts.window.closesAt);
}

/**
 * What is due for a form now. The one after an event is asked for as it opens, whatever the hour; everything else waits
 * for working hours.
 */
export function dueNow(facts: AskingFacts, now: Date): 'invitation' | 'chaser' | null {
  if (!isAskedNow(facts, now)) return null;
  if (facts.askedAt === null)
    return facts.stage === 'after' || isWorkingMoment(now, facts.closureDays) ? 'invitation' : null;
  return chasersDue(facts, now) > facts.chasers && isWorkingMoment(now, facts.ownDaysOff) ? 'chaser' : null;
}

/** How many chasers there are once the form was named in a mail; being named for another form's sake is one, too. */
export function chasersAfterMail(facts: AskingFacts, now: Date): number | null {
  if (facts.askedAt === null) return null;
  return Math.min(MOST_CHASERS, Math.max(chasersDue(facts, now), facts.chasers + 1));
}

/**
 * When a form is first asked for. Before an event: on the morning of the 10th working day before, not in the working
 * day after the booking, as the booking asks for it too, but on the last working morning at the latest.
 */
export function invitedAt({ stage, window, bookedAt, startsAt, closureDays }: AskingFacts): Date {
  if (stage !== 'before') return window.opensAt;
  const unhurried = later(
    morningBefore(startsAt, SCHEDULE.before.asksWorkingDaysBefore, closureDays),
    workingDaysAfter(bookedAt, 1, closureDays),
  );
  return earlier(unhurried, later(morningBefore(startsAt, 1, closureDays), bookedAt));
}

/** When somebody is reminded, by their own clock. Before an event in the morning, else at the hour of the opening. */
export function chasedAt({ stage, window, startsAt, ownDaysOff }: AskingFacts): Date[] {
  const days = SCHEDULE[stage].chasers;
  if (stage === 'before') return days.map((n) => morningBefore(startsAt, n, ownDaysOff));
  return days.map((n) => workingDaysAfter(window.opensAt, n, ownDaysOff));
}

/** Those whose time has come; what falls within a day of the first mail is left out. */
function chasersDue(facts: AskingFacts, now: Date): number {
  const first = facts.askedAt?.getTime() ?? Infinity;
  return chasedAt(facts).filter((at) => at <= now && at.getTime() - first >= DAY_MS).length;
}

/** Monday to Friday, 9am to 5pm, without days off. */
export function isWorkingMoment(now: Date, daysOff: ClosureDays): boolean {
  return workingDaysAfter(now, 0, daysOff).getTime() === now.getTime();
}

function morningBefore(startsAt: Date, workingDays: number, daysOff: ClosureDays): Date {
  const morning = londonInstant(addWorkingDays(londonDate(startsAt), -workingDays, daysOff), MORNING);
  if (!morning.ok) throw new RangeError(`There is no 9 o'clock ${workingDays} working days before`);
  return morning.instant;
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}
