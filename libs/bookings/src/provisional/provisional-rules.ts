import { addWorkingDays, endOfWorkingDay, londonDate, londonDaysBefore } from '@roundtable/platform';

/** Between saying that a place will be given back by itself, and doing so. */
const NOTICE_WORKING_DAYS = 2;

export type Reminder = '14' | '7';

/** Which reminder of something missing is due: from 14 and from 7 days before the first session, until it is too late. */
export function reminderDue(now: Date, firstSession: Date, provisionalUntil: Date): Reminder | null {
  if (now >= provisionalUntil) return null;
  if (now >= londonDaysBefore(firstSession, 7)) return '7';
  return now >= londonDaysBefore(firstSession, 14) ? '14' : null;
}

/** When a place is given back by itself: 17:00 London time on the 2nd working day after the day of the notice. */
export function releasedAt(noticeAt: Date, closureDays: readonly string[]): Date {
  return endOfWorkingDay(addWorkingDays(londonDate(noticeAt), NOTICE_WORKING_DAYS, closureDays));
}
