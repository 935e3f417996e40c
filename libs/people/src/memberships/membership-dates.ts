import { invalid, londonDate, startOfLondonDay } from '@roundtable/platform';

/**
 * The start of a typed London day, for `since` and `until`. Refuses at the field a day that does not exist, one that
 * has not come yet, and one before `notBefore`.
 */
export function pastDay(field: 'since' | 'until', day: string, now: Date, notBefore?: Date): Date {
  const utc = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(utc.getTime()) || utc.toISOString().slice(0, 10) !== day)
    throw invalid({ [field]: 'This day does not exist: enter a date like 2026-09-30' });
  if (day > londonDate(now)) throw invalid({ [field]: 'Enter today or a day in the past' });
  if (notBefore && day < londonDate(notBefore))
    throw invalid({ [field]: `Enter a day that is not before ${londonDate(notBefore)}` });
  return startOfLondonDay(day);
}
