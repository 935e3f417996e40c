import { type CourseView, paths } from '@roundtable/contracts';
import type { ListedEvent } from '@roundtable/events';
import ical from 'ical-generator';
import { DELIVERY_WORDS } from '../frame/words';

const REFRESH_SECONDS = 3600;

/** Where feeds are from: the website's address and the part of identifiers that tells them apart everywhere. */
export interface FeedOrigin {
  publicUrl: string;
  domain: string;
}

/** Control characters have no place in a calendar file (RFC 5545, 3.1), nor in XML. */
// eslint-disable-next-line no-control-regex
export const plain = (text: string): string => text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, ' ');

/** Where an event takes place, in a feed. */
export function placeOf({ delivery, venue }: Pick<ListedEvent, 'delivery' | 'venue'>): string {
  if (delivery === 'online') return DELIVERY_WORDS.online;
  return venue ?? 'Venue to be confirmed';
}

/**
 * The programme as a calendar to subscribe to (RFC 5545): one entry a session, in UTC, so no time zone block is needed.
 * The same events give the same file. It carries no join link.
 */
export function programmeCalendar(
  entries: readonly { course: CourseView; event: ListedEvent }[],
  { publicUrl, domain }: FeedOrigin,
): string {
  const calendar = ical({
    prodId: { company: 'Roundtable', product: 'Training', language: 'EN' },
    name: 'Safeguarding training',
    ttl: REFRESH_SECONDS,
  });
  for (const { course, event } of entries)
    event.sessions.forEach((session, index) => {
      const link = `${publicUrl}${paths.event({ id: event.id })}`;
      const part = event.sessions.length > 1 ? ` (${index + 1} of ${event.sessions.length})` : '';
      calendar.createEvent({
        id: `session-${session.id}@${domain}`,
        sequence: event.changes - 1,
        stamp: event.createdAt,
        start: session.startsAt,
        end: session.endsAt,
        summary: plain(`${course.title}${part}`),
        location: plain(placeOf(event)),
        description: `Places, cost and booking: ${link}`,
        url: link,
      });
    });
  return calendar.toString();
}
