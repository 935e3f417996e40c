import { type ClosureDays, workingDaysAfter } from '@roundtable/platform';
import { isWorkingMoment } from '../owed/asking-rules';

/** So long a delegate who was told has to say no. */
const DAYS_TO_SAY_NO = 5;
/** So long a line manager has to answer, or is not asked at all. */
const DAYS_TO_ANSWER = 2;
const REMIND_AFTER = 5;

/** What decides whether a line manager is written to. The days off are those of the delegate's agency. */
export interface ManagerFacts {
  askFrom: Date;
  closesAt: Date;
  /** Empty where they were not asked yet. */
  askedAt: Date | null;
  isReminded: boolean;
  daysOff: ClosureDays;
}

/** From when the line manager of a delegate who was told now, and does not say no, is asked. */
export function askedFrom(toldAt: Date, daysOff: ClosureDays): Date {
  return workingDaysAfter(toldAt, DAYS_TO_SAY_NO, daysOff);
}

/** Whether there is still time to ask somebody before a moment. */
export function hasTimeToAsk(from: Date, closesAt: Date, daysOff: ClosureDays): boolean {
  return workingDaysAfter(from, DAYS_TO_ANSWER, daysOff) <= closesAt;
}

/** What is due to a line manager now: the question, or the one reminder of it; in working hours alone. */
export function dueToManager(
  { askFrom, closesAt, askedAt, isReminded, daysOff }: ManagerFacts,
  now: Date,
): 'question' | 'reminder' | null {
  if (now >= closesAt || !isWorkingMoment(now, daysOff)) return null;
  if (askedAt === null) return now >= askFrom && hasTimeToAsk(now, closesAt, daysOff) ? 'question' : null;
  return !isReminded && now >= workingDaysAfter(askedAt, REMIND_AFTER, daysOff) ? 'reminder' : null;
}
