import { DateTime } from 'luxon';

/**
 * When a completion runs out: the same London time that many calendar months later, clamped to the end of the month.
 * Null months mean that it is valid for ever.
 */
export function expiryOf(completedAt: Date, validityMonths: number | null): Date | null {
  if (validityMonths === null) return null;
  return DateTime.fromJSDate(completedAt, { zone: 'Europe/London' }).plus({ months: validityMonths }).toJSDate();
}
