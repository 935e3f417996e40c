import { londonDate, startOfLondonDay } from '@roundtable/platform';

/** When places kept until a number of days before the first session are open to everybody: 00:00 London time on that day. */
export function releaseOf(releaseDays: number, firstSession: Date): Date {
  const day = new Date(`${londonDate(firstSession)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - releaseDays);
  return startOfLondonDay(day.toISOString().slice(0, 10));
}
