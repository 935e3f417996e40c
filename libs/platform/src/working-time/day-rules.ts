import { DateTime } from 'luxon';
import type { DaysOffEntity } from './days-off.entity';

type Span = Pick<DaysOffEntity, 'firstDate' | 'lastDate'>;

/** The longest that days off may last. */
export const MOST_DAYS = 100;

/** Every London date of a span, both ends included. */
export function daysOf({ firstDate, lastDate }: Span): string[] {
  const days: string[] = [];
  for (let day = dayOf(firstDate); format(day) <= lastDate; day = day.plus({ days: 1 })) days.push(format(day));
  return days;
}

export function hasDay({ firstDate, lastDate }: Span, localDate: string): boolean {
  return firstDate <= localDate && localDate <= lastDate;
}

export function isWeekend(localDate: string): boolean {
  return dayOf(localDate).weekday > 5;
}

/** What is wrong with a span, by the field that a person typed. */
export function spanErrors({ firstDate, lastDate }: Span): Record<string, string> {
  if (lastDate < firstDate) return { to: 'The last day must not be before the first' };
  const days = dayOf(lastDate).diff(dayOf(firstDate), 'days').days + 1;
  return days > MOST_DAYS ? { to: `Keep ${MOST_DAYS} days or fewer at a time` } : {};
}

function dayOf(localDate: string): DateTime {
  return DateTime.fromISO(localDate, { zone: 'utc' });
}

function format(day: DateTime): string {
  return day.toFormat('yyyy-MM-dd');
}
