import { DateTime } from 'luxon';

/** When a request is due: one calendar month after it came, at the same London time, clamped to the month's end. */
export function dueDate(receivedAt: Date): Date {
  return DateTime.fromJSDate(receivedAt, { zone: 'Europe/London' }).plus({ months: 1 }).toJSDate();
}
