import type { CalendarSessionView, ProgrammeCalendarView } from '@roundtable/contracts';
import { TextLink } from '../look/text-link';
import { clockInWords } from './calendar-days';

interface SessionLinkProps {
  session: CalendarSessionView;
  calendar: ProgrammeCalendarView;
  hasPlace?: boolean;
}

/** A session in a few words, with what stands out about it. */
export function SessionLink({ session, calendar, hasPlace }: SessionLinkProps) {
  const { eventId, courseTitle, status, start, end, date } = session;
  const clashes = calendar.clashes.some((clash) => clash.date === date && clash.eventIds.includes(eventId));
  const notes = [
    hasPlace ? placeName(session, calendar) : '',
    status === 'draft' ? 'draft' : '',
    clashes ? 'clash' : '',
  ];
  return (
    <>
      {clockInWords(start)} to {clockInWords(end)} <TextLink to={`/events/${eventId}/show`}>{courseTitle}</TextLink>
      {notes.filter(Boolean).map((note) => (note === 'clash' ? <strong key={note}>, clash</strong> : `, ${note}`))}
    </>
  );
}

function placeName({ delivery, venueId }: CalendarSessionView, { venues }: ProgrammeCalendarView): string {
  if (delivery === 'online') return 'online';
  return venues.find(({ id }) => id === venueId)?.name ?? 'no venue yet';
}
