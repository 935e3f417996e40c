import type { CalendarSessionView, VenueClashView } from '@roundtable/contracts';
import { timeInWords } from '@roundtable/platform';

/** Each pair of sessions of two events that are at one venue at the same time; meeting end to start is no clash. */
export function venueClashes(
  sessions: readonly CalendarSessionView[],
  venueName: (venueId: string) => string,
): VenueClashView[] {
  const days = new Map<string, CalendarSessionView[]>();
  for (const session of sessions)
    if (session.venueId !== null && session.delivery !== 'online') {
      const day = `${session.venueId} ${session.date}`;
      days.set(day, [...(days.get(day) ?? []), session]);
    }
  return [...days.values()].flatMap((day) =>
    day.flatMap((one, index) =>
      day
        .slice(index + 1)
        .filter((other) => other.eventId !== one.eventId && one.start < other.end && other.start < one.end)
        .map((other) => clashOf(one, other, venueName(one.venueId ?? ''))),
    ),
  );
}

function clashOf(one: CalendarSessionView, other: CalendarSessionView, venue: string): VenueClashView {
  const words = ({ courseTitle, start, end }: CalendarSessionView): string =>
    `${courseTitle} (${timeInWords(start)} to ${timeInWords(end)})`;
  return {
    venueId: one.venueId ?? '',
    date: one.date,
    eventIds: [one.eventId, other.eventId],
    inWords: `${words(one)} and ${words(other)} are both at ${venue}`,
  };
}
