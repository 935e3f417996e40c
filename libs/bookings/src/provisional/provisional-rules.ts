const DAY_MS = 24 * 3_600_000;

export type Reminder = '14' | '7';

/** Which reminder of something missing is due: from 14 and from 7 days before the first session, until it is too late. */
export function reminderDue(now: Date, firstSession: Date, provisionalUntil: Date): Reminder | null {
  if (now >= provisionalUntil) return null;
  const left = firstSession.getTime() - now.getTime();
  if (left <= 7 * DAY_MS) return '7';
  return left <= 14 * DAY_MS ? '14' : null;
}
