import type { CalendarSessionView } from '@roundtable/contracts';

export const ONLINE = 'online';
export const NO_VENUE = 'none';

/** Where a session is, as the calendar sorts it: a venue, online, or not known yet. */
export function placeOf({ delivery, venueId }: CalendarSessionView): string {
  return delivery === 'online' ? ONLINE : (venueId ?? NO_VENUE);
}
