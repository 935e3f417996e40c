import { BOOKING_STATUSES, type BookingStatus, ENDED_BOOKING_STATUSES } from '@roundtable/contracts';
import { Problem } from '@roundtable/platform';

/** What a booking may become, from each state. `again` is an offer that ran out and went to the end of the line. */
export const BOOKING_TRANSITIONS: Record<BookingStatus, readonly BookingStatus[]> = {
  awaiting_approval: ['confirmed', 'waitlisted', 'declined', 'cancelled', 'lapsed'],
  waitlisted: ['confirmed', 'offered', 'cancelled', 'lapsed'],
  offered: ['confirmed', 'waitlisted', 'cancelled', 'lapsed'],
  confirmed: ['cancelled', 'substituted'],
  cancelled: [],
  substituted: [],
  declined: [],
  lapsed: [],
};

/** Checked at start: every state is named, ends lead nowhere, and whatever is not an end has a way out. */
export function checkTransitions(table: Record<string, readonly string[]> = BOOKING_TRANSITIONS): void {
  for (const status of BOOKING_STATUSES) {
    const next = table[status];
    const isEnd = (ENDED_BOOKING_STATUSES as readonly string[]).includes(status);
    if (!next || (isEnd && next.length > 0) || (!isEnd && next.length === 0))
      throw new Error(`The transitions of ${status} are wrong.`);
    const unknown = next.find((name) => !(BOOKING_STATUSES as readonly string[]).includes(name));
    if (unknown) throw new Error(`${status} cannot become ${unknown}: there is no such state.`);
  }
}

/** Refuses with `bookings.not-possible` what the table does not allow. */
export function requireTransition(from: BookingStatus, to: BookingStatus): void {
  if (!BOOKING_TRANSITIONS[from].includes(to)) throw new Problem('bookings.not-possible', { detail: { from, to } });
}
