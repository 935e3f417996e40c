import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';

/** What the diary of a delegate or a trainer is told of one session. Instants in UTC. */
export interface DiaryEntry {
  method: 'REQUEST' | 'CANCEL';
  uid: string;
  sequence: number;
  stampedAt: Date;
  startsAt: Date;
  endsAt: Date;
  title: string;
  place: string;
  description: string;
  organizer: { name: string; address: string };
  attendee: { name: string; address: string };
}

/** Control characters have no place in a calendar file (RFC 5545, 3.1); line breaks are escaped by the library. */
// eslint-disable-next-line no-control-regex
const plain = (text: string): string => text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, ' ');

/** Quotes would end the parameter they stand in; what follows a backslash is read as a line break by some. */
const named = (name: string): string =>
  plain(name)
    .replace(/["\r\n\\]/g, ' ')
    .trim();

/**
 * The calendar file of one session for one person (RFC 5545, 5546): UTC throughout, so no time zone block is needed.
 * It carries no join link and no secret.
 */
export function diaryFile(entry: DiaryEntry): string {
  const isCancelled = entry.method === 'CANCEL';
  const calendar = ical({
    prodId: { company: 'Roundtable', product: 'Training', language: 'EN' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: entry.stampedAt,
    start: entry.startsAt,
    end: entry.endsAt,
    summary: plain(entry.title),
    location: plain(entry.place),
    description: plain(entry.description),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: named(entry.organizer.name), email: entry.organizer.address },
  });
  event.createAttendee({
    name: named(entry.attendee.name),
    email: entry.attendee.address,
    role: ICalAttendeeRole.REQ,
    type: ICalAttendeeType.INDIVIDUAL,
    status: ICalAttendeeStatus.ACCEPTED,
    rsvp: false,
  });
  return calendar.toString();
}
