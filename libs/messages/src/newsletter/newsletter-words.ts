import { type EventView, type NewsletterEvent, paths } from '@roundtable/contracts';
import { dateInWords, timeInWords, whenInWords } from '@roundtable/platform';

/** An event as a newsletter tells it, but for its QR code; `publicUrl` without a slash at its end. */
export function toldEvent(event: EventView, publicUrl: string, now: Date): Omit<NewsletterEvent, 'qrCode'> {
  return {
    eventId: event.id,
    title: event.courseTitle,
    when: whenOf(event),
    where: whereOf(event),
    places: placesLeft(event),
    cost: costOf(event.feePence),
    until: freeUntil(event.freeCancellationUntil, now),
    url: `${publicUrl}${paths.event({ id: event.id })}`,
  };
}

function whenOf({ sessions, startsAt, endsAt }: EventView): string {
  const all = sessions.length ? sessions : startsAt && endsAt ? [{ startsAt, endsAt }] : [];
  return all.map((session) => whenInWords(new Date(session.startsAt), new Date(session.endsAt))).join('; and ');
}

function whereOf({ delivery, venue }: EventView): string {
  if (delivery === 'online') return 'Online';
  const place = venue ?? 'venue to be confirmed';
  return delivery === 'blended' ? `Online and in person: ${place}` : place.charAt(0).toUpperCase() + place.slice(1);
}

function placesLeft({ placesFree, waiting }: EventView): string {
  if (placesFree > 0) return placesFree === 1 ? '1 place left' : `${placesFree} places left`;
  return waiting > 0 ? 'Full, with a waiting list' : 'Full: join the waiting list';
}

function costOf(pence: number): string {
  if (pence === 0) return 'Free';
  return `£${pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2)}`;
}

/** Until when cancelling is free; nothing once that is over. */
function freeUntil(freeCancellationUntil: string | null, now: Date): string {
  const cutOff = freeCancellationUntil === null ? null : new Date(freeCancellationUntil);
  return cutOff && cutOff > now ? `${dateInWords(cutOff)}, ${timeInWords(cutOff)}` : '';
}

/** What is told of each event, in the order in which it is read. */
export function factsOf(event: Omit<NewsletterEvent, 'qrCode'>): [label: string, value: string][] {
  const facts: [string, string][] = [
    ['When', event.when],
    ['Where', event.where],
    ['Places', event.places],
    ['Cost', event.cost],
    ['Cancel free of charge until', event.until],
  ];
  return facts.filter(([, value]) => value !== '');
}
