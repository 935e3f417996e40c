import { BOOKING_STATUSES, type BookingStatus, ENDED_BOOKING_STATUSES } from '@roundtable/contracts';
import { Problem } from '@roundtable/platform';

/** What is done to a booking. Each leaves an audit entry `booking.<verb>`. */
export const BOOKING_VERBS = [
  'approve',
  'queue',
  'decline',
  'promote',
  'offer',
  'accept',
  'refuse',
  'miss',
  'cancel',
  'release',
  'transfer',
  'substitute',
  'merge',
  'lapse',
  'walk-in',
] as const;
export type BookingVerb = (typeof BOOKING_VERBS)[number];

export interface BookingTransition {
  from: BookingStatus;
  by: BookingVerb;
  to: BookingStatus;
}

const moves = (from: BookingStatus, by: BookingVerb, to: BookingStatus): BookingTransition => ({ from, by, to });

/**
 * What may become of a booking, as data. `queue`: approved without a place open; `miss`: an offer that ran out once;
 * `release`: something that must come first was not completed; `merge`: two entries of one person became one; `walk-in`: who waited came
 * and stands in the register.
 */
export const BOOKING_TRANSITIONS: readonly BookingTransition[] = [
  moves('awaiting_approval', 'approve', 'confirmed'),
  moves('awaiting_approval', 'queue', 'waitlisted'),
  moves('awaiting_approval', 'decline', 'declined'),
  moves('awaiting_approval', 'cancel', 'cancelled'),
  moves('awaiting_approval', 'transfer', 'cancelled'),
  moves('awaiting_approval', 'merge', 'cancelled'),
  moves('awaiting_approval', 'lapse', 'lapsed'),
  moves('waitlisted', 'promote', 'confirmed'),
  moves('waitlisted', 'offer', 'offered'),
  moves('waitlisted', 'cancel', 'cancelled'),
  moves('waitlisted', 'transfer', 'cancelled'),
  moves('waitlisted', 'merge', 'cancelled'),
  moves('waitlisted', 'lapse', 'lapsed'),
  moves('offered', 'accept', 'confirmed'),
  moves('offered', 'refuse', 'cancelled'),
  moves('offered', 'cancel', 'cancelled'),
  moves('offered', 'miss', 'waitlisted'),
  moves('offered', 'transfer', 'cancelled'),
  moves('offered', 'merge', 'cancelled'),
  moves('offered', 'lapse', 'lapsed'),
  moves('awaiting_approval', 'walk-in', 'confirmed'),
  moves('waitlisted', 'walk-in', 'confirmed'),
  moves('offered', 'walk-in', 'confirmed'),
  moves('confirmed', 'cancel', 'cancelled'),
  moves('confirmed', 'release', 'cancelled'),
  moves('confirmed', 'transfer', 'cancelled'),
  moves('confirmed', 'merge', 'cancelled'),
  moves('confirmed', 'substitute', 'substituted'),
];

export const isEnded = (status: string): boolean => (ENDED_BOOKING_STATUSES as readonly string[]).includes(status);

/** Checked at start: known states and verbs alone, one way for each of them, ends lead nowhere, everything else ends. */
export function checkTransitions(table: readonly BookingTransition[] = BOOKING_TRANSITIONS): void {
  const seen = new Set<string>();
  for (const { from, by, to } of table) {
    const name = `${from} by ${by}`;
    if (![from, to].every((status) => BOOKING_STATUSES.includes(status)) || !BOOKING_VERBS.includes(by))
      throw new Error(`${name} to ${to}: there is no such state or verb.`);
    if (isEnded(from)) throw new Error(`${name}: a booking that has ended stays as it is.`);
    if (seen.has(name)) throw new Error(`${name} leads to two states.`);
    seen.add(name);
  }
  for (const status of BOOKING_STATUSES)
    if (!isEnded(status) && !table.some(({ from, to }) => from === status && isEnded(to)))
      throw new Error(`${status} never ends.`);
  for (const verb of BOOKING_VERBS) if (!table.some(({ by }) => by === verb)) throw new Error(`${verb} moves nothing.`);
}

/** The state a verb leads to; refuses with `bookings.not-possible` what the table does not hold. */
export function targetOf(from: BookingStatus, by: BookingVerb): BookingStatus {
  const move = BOOKING_TRANSITIONS.find((one) => one.from === from && one.by === by);
  if (!move) throw new Problem('bookings.not-possible', { detail: { from, by } });
  return move.to;
}

/** Whether a verb is possible from a state. */
export function isPossible(from: BookingStatus, by: BookingVerb): boolean {
  return BOOKING_TRANSITIONS.some((one) => one.from === from && one.by === by);
}
