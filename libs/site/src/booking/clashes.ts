import type { BookingView, EventView } from '@roundtable/contracts';

type Timed = Pick<EventView, 'sessions'>;

/** Whether two events have sessions at the same time; one that ends as the other starts does not count. */
export function areAtOnce(one: Timed, other: Timed): boolean {
  return one.sessions.some((session) =>
    other.sessions.some(({ startsAt, endsAt }) => startsAt < session.endsAt && session.startsAt < endsAt),
  );
}

/** Own live bookings on other events whose sessions fall together with this event's. */
export function clashesOf(
  event: Pick<EventView, 'id' | 'sessions'>,
  bookings: readonly BookingView[],
  events: readonly EventView[],
): BookingView[] {
  const byId = new Map(events.map((one) => [one.id, one]));
  return bookings.filter(({ eventId }) => {
    const other = byId.get(eventId);
    return eventId !== event.id && other !== undefined && areAtOnce(event, other);
  });
}
