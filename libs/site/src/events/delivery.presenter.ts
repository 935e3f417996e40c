import type { AgendaItem, EventView, VenueView } from '@roundtable/contracts';
import { timeInWords } from '@roundtable/platform';
import { paragraphs, when } from '../frame/words';

/** Where an event is, what happens when, and who gives it. */
export interface DeliveryParts {
  venue: { name: string; address: string[]; mapUrl: string | null; accessNotes: string[] } | null;
  agenda: { heading: string | null; items: { time: string; item: string; presenter: string | null }[] }[];
  trainers: string[];
}

export function deliveryParts(
  event: Pick<EventView, 'sessions'>,
  venue: VenueView | null,
  agenda: readonly AgendaItem[],
  trainers: readonly { name: string; organisation: string | null }[],
): DeliveryParts {
  const sessions = event.sessions.map((session) => ({ id: session.id, heading: when(session) }));
  const parts = [{ id: null, heading: null }, ...sessions].map(({ id, heading }) => ({
    heading: event.sessions.length > 1 ? heading : null,
    items: agenda
      .filter(({ sessionId }) => sessionId === id)
      .map(({ time, item, presenter }) => ({ time: timeInWords(time), item, presenter })),
  }));
  return {
    venue: venue && {
      name: venue.name,
      address: (venue.address ?? '')
        .split(/\n|, /)
        .map((line) => line.trim())
        .filter(Boolean),
      mapUrl: venue.mapUrl,
      accessNotes: paragraphs(venue.accessNotes),
    },
    agenda: parts.filter(({ items }) => items.length > 0),
    trainers: trainers.map(({ name, organisation }) => (organisation ? `${name}, ${organisation}` : name)),
  };
}
