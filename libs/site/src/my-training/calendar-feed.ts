import type { CalendarSession } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import ical from 'ical-generator';
import { DELIVERY_WORDS } from '../frame/words';
import { type FeedOrigin, plain } from '../programme/programme-calendar';

/** How often a calendar program is asked to look again; most come less often, so late changes go by mail as well. */
const REFRESH_SECONDS = 3600;

/**
 * A person's own places as a calendar to subscribe to (RFC 5545), in UTC: one entry a session, with the identifier that
 * the mail used. It carries no join link and no secret.
 */
export function ownCalendar(sessions: readonly CalendarSession[], { publicUrl, domain }: FeedOrigin): string {
  const calendar = ical({
    prodId: { company: 'Roundtable', product: 'Training', language: 'EN' },
    name: 'My training',
    ttl: REFRESH_SECONDS,
  });
  for (const session of sessions) {
    const of = sessions.filter(({ bookingId }) => bookingId === session.bookingId);
    const part = of.length > 1 ? ` (${of.indexOf(session) + 1} of ${of.length})` : '';
    const link = `${publicUrl}${paths.booking({ id: session.bookingId })}`;
    calendar.createEvent({
      id: session.uid ?? `booking-${session.bookingId}-${session.sessionId}@${domain}`,
      sequence: session.sequence,
      stamp: session.stampedAt,
      start: session.startsAt,
      end: session.endsAt,
      summary: plain(`${session.courseTitle}${part}`),
      location: plain(session.isOnline ? DELIVERY_WORDS.online : (session.venue ?? 'Venue to be confirmed')),
      description: plain(`Booking reference ${session.reference}. To change or cancel: ${link}`),
      url: link,
    });
  }
  return calendar.toString();
}
