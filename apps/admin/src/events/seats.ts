import type { BookingView, EventView } from '@roundtable/contracts';

/** How the places of an event stand, each person counted once. */
export interface Seats {
  confirmed: number;
  offered: number;
  /** Waiting for approval with a place found. */
  awaitingApproval: number;
  /** Held by agencies, without a name yet. */
  team: number;
  /** Nobody holds them, though some may be open to certain sectors only. */
  unheld: number;
}

type Counted = Pick<BookingView, 'status' | 'placeHeld'>;

export function seatsOf(
  { capacity, placesHeld }: Pick<EventView, 'capacity' | 'placesHeld'>,
  bookings: readonly Counted[],
): Seats {
  const count = (status: BookingView['status']) => bookings.filter((booking) => booking.status === status).length;
  const confirmed = count('confirmed');
  const offered = count('offered');
  const awaitingApproval = bookings.filter(
    ({ status, placeHeld }) => status === 'awaiting_approval' && placeHeld,
  ).length;
  return {
    confirmed,
    offered,
    awaitingApproval,
    team: Math.max(0, placesHeld - confirmed - offered - awaitingApproval),
    unheld: Math.max(0, capacity - placesHeld),
  };
}
