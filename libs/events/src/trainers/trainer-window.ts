import { addWorkingDays, endOfWorkingDay, londonDate, workingDaysBefore } from '@roundtable/platform';

const DAYS = 2;

export interface TrainerWindow {
  from: Date;
  until: Date;
}

/**
 * When a mailed link opens an event to a trainer without an account: from 17:00 in London on the second working day
 * before the first session's date until 17:00 on the second working day after the last one's.
 */
export function trainerWindow(startsAt: Date, endsAt: Date, closureDays: readonly string[]): TrainerWindow {
  return {
    from: workingDaysBefore(londonDate(startsAt), DAYS, closureDays),
    until: endOfWorkingDay(addWorkingDays(londonDate(endsAt), DAYS, closureDays)),
  };
}

/** Whether the link opens now. */
export function isOpenAt({ from, until }: TrainerWindow, now: Date): boolean {
  return from <= now && now < until;
}
