import { type ClosureDays, addWorkingDays, londonDate, mailingStart, startOfLondonDay } from '@roundtable/platform';

export interface JoiningDue {
  /** From when the instructions go out: 8am so many working days before the London date of the first session. */
  from: Date;
  /** Whoever was told since then, by the button of staff, is not told the same again. */
  notToldSince: Date;
}

/** When joining instructions of an event are due. */
export function joiningDue(firstSession: Date, workingDays: number, closureDays: ClosureDays): JoiningDue {
  const day = addWorkingDays(londonDate(firstSession), -workingDays, closureDays);
  return { from: mailingStart(day), notToldSince: startOfLondonDay(addWorkingDays(day, -1, closureDays)) };
}

/** The instant before which events begin whose instructions may be due on the London day of this moment. */
export function latestStartDue(now: Date, workingDays: number, closureDays: ClosureDays): Date {
  const lastDay = addWorkingDays(londonDate(now), workingDays, closureDays);
  return new Date(startOfLondonDay(lastDay).getTime() + 25 * 3_600_000);
}
