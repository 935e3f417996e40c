import type { BookingView, EventView } from '@roundtable/contracts';

/** How the places of an event stand, each person counted once. */
export interface Seats {
  confirmed: number;
  offered: number;
  awaitingApproval: number;
  /** Nobody holds them, though some may be open to certain sectors only. */
  unheld: number;
}

type Counted = Pick<BookingView, 'status' | 'sector'>;

const count = (bookings: readonly Counted[], status: BookingView['status']) =>
  bookings.filter((booking) => booking.status === status).length;

export function seatsOf(
  { capacity, placesHeld }: Pick<EventView, 'capacity' | 'placesHeld'>,
  bookings: readonly Counted[],
): Seats {
  return {
    confirmed: count(bookings, 'confirmed'),
    offered: count(bookings, 'offered'),
    awaitingApproval: count(bookings, 'awaiting_approval'),
    unheld: Math.max(0, capacity - placesHeld),
  };
}

export interface SectorShare {
  sector: string;
  people: number;
}

/** Who holds the places, by sector: the largest first, then by name. */
export function mixOf(bookings: readonly Counted[]): SectorShare[] {
  const bySector = new Map<string, number>();
  for (const { status, sector } of bookings)
    if (status === 'confirmed' || status === 'offered' || status === 'awaiting_approval')
      bySector.set(sector, (bySector.get(sector) ?? 0) + 1);
  return [...bySector]
    .map(([sector, people]) => ({ sector, people }))
    .sort((one, other) => other.people - one.people || one.sector.localeCompare(other.sector));
}
