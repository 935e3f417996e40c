import { addWorkingDays, londonDate, londonInstant, workingDaysBefore } from '@roundtable/platform';

const DAYS = 2;
const DAY_ENDS = '17:00';

export interface TrainerWindow {
  from: Date;
  until: Date;
}

/**
 * When a mailed link opens an event to a trainer without an account: from 17:00 in London on the second working day
 * before the first session's date until 17:00 on the second working day after the last one's.
 */
export function trainerWindow(startsAt: Date, endsAt: Date, closureDays: readonly string[]): TrainerWindow {
  const last = addWorkingDays(londonDate(endsAt), DAYS, closureDays);
  const until = londonInstant(last, DAY_ENDS);
  if (!until.ok) throw new RangeError(`${last} ${DAY_ENDS} is not a time in London`);
  return { from: workingDaysBefore(londonDate(startsAt), DAYS, closureDays), until: until.instant };
}

/** Whether the link opens now. */
export function isOpenAt({ from, until }: TrainerWindow, now: Date): boolean {
  return from <= now && now < until;
}
