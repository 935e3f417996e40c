import { type EventView, paths } from '@roundtable/contracts';
import { places, price, when, where } from '../frame/words';

/** An event in a list: title, date, where, places left, cost, in this order. */
export interface EventCard {
  id: string;
  title: string;
  href: string;
  bookHref: string;
  bookText: string;
  when: string;
  where: string;
  places: string;
  cost: string;
}

/** Whether a request for a place, or for the waiting list, can be made. */
export function isBookable(event: Pick<EventView, 'status' | 'startsAt'>, now: Date): boolean {
  return event.status === 'published' && event.startsAt !== null && new Date(event.startsAt) > now;
}

/** The same, and the booking window is open too. */
export function takesBookings(event: EventView, now: Date): boolean {
  return isBookable(event, now) && event.bookingState === 'open';
}

export function eventCard(event: EventView): EventCard {
  const isOpen = event.bookingState === 'open';
  return {
    id: event.id,
    title: event.courseTitle,
    href: paths.event({ id: event.id }),
    bookHref: isOpen ? paths.book({ eventId: event.id }) : paths.event({ id: event.id }),
    bookText: isOpen ? (event.placesFree > 0 ? 'Book this date' : 'Join the waiting list') : 'See this date',
    when: when(event),
    where: where(event),
    places: places(event),
    cost: price(event.feePence),
  };
}
