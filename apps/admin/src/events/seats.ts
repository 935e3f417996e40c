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

/** One line of the mix: who holds places, beside how many were hoped for and how many are kept. */
export interface MixLine extends SectorShare {
  expected: number | null;
  kept: number | null;
}

/**
 * The mix beside what was expected and what is kept. A sector that is expected or kept counts those below it too
 * (`above` names the sector above each); every other sector stands for itself. Expected sectors come first.
 */
export function mixBeside(
  mix: readonly SectorShare[],
  expected: readonly { sector: string; people: number }[],
  kept: readonly { sector: string; places: number }[],
  above: ReadonlyMap<string, string>,
): MixLine[] {
  const named = [...new Set([...expected.map(({ sector }) => sector), ...kept.map(({ sector }) => sector)])];
  const lineOf = (sector: string): string => {
    const parent = above.get(sector);
    return !named.includes(sector) && parent !== undefined && named.includes(parent) ? parent : sector;
  };
  const people = new Map(named.map((sector) => [sector, 0]));
  for (const share of mix) people.set(lineOf(share.sector), (people.get(lineOf(share.sector)) ?? 0) + share.people);
  return [...people].map(([sector, number]) => ({
    sector,
    people: number,
    expected: expected.find((one) => one.sector === sector)?.people ?? null,
    kept: kept.find((one) => one.sector === sector)?.places ?? null,
  }));
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
