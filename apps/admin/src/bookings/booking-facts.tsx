import { ABSENCE_REASONS, type BookingView } from '@roundtable/contracts';
import { Facts, type Fact } from '../look/facts';
import { TextLink } from '../look/text-link';
import { APPROVER_KIND, ATTENDANCE, capitalised, END_CATEGORY } from '../words/labels';
import { momentInWords, spanInWords } from '../words/london-time';
import { BookingStatusTag } from './booking-status-tag';
import { comingInWords } from './coming-words';

const momentOf = (at: string | null) => (at ? momentInWords(at) : null);

/** Everything that staff are told of a booking. */
export function BookingFacts({ booking }: { booking: BookingView }) {
  const { startsAt, endsAt } = booking;
  return (
    <Facts
      facts={[
        ['State', <BookingStatusTag key="state" booking={booking} />],
        ...stateFacts(booking),
        ['Attendance', booking.attendance ? ATTENDANCE[booking.attendance] : null],
        [
          'Event',
          <TextLink key="event" to={`/events/${booking.eventId}/show`}>
            {booking.courseTitle}
          </TextLink>,
        ],
        ['When', startsAt && endsAt ? spanInWords(startsAt, endsAt) : 'no date'],
        [
          'Person',
          <TextLink key="person" to={`/practitioners/${booking.practitionerId}/show`}>
            {booking.practitionerName}
          </TextLink>,
        ],
        ['Agency', booking.agencyName],
        ['Sector', capitalised(booking.sector)],
        ['Job role', booking.jobRole],
        ['Asked for', momentInWords(booking.requestedAt)],
        ['Free to cancel until', momentOf(booking.cancelFreeUntil)],
        ['Rules were passed', booking.passReason],
        [
          'Came in place of',
          booking.replaces ? (
            <TextLink key="replaces" to={`/bookings/${booking.replaces}/show`}>
              an earlier booking
            </TextLink>
          ) : null,
        ],
      ]}
    />
  );
}

/** What belongs to the present state alone. */
function stateFacts(booking: BookingView): Fact[] {
  const { status, approverKind, placeHeld, endCategory, absenceReason } = booking;
  const isAwaiting = status === 'awaiting_approval';
  return [
    ['Approver', isAwaiting && approverKind ? APPROVER_KIND[approverKind] : null],
    ['Place meanwhile', isAwaiting ? (placeHeld ? 'held' : 'none was free') : null],
    ['Offer runs until', momentOf(booking.offeredUntil)],
    ['Something to complete by', momentOf(booking.provisionalUntil)],
    ['Can they still come?', comingInWords(booking)],
    ['Why it ended', endCategory ? END_CATEGORY[endCategory] : null],
    ['Reason', booking.endReason],
    ['Why absent', ABSENCE_REASONS.find(({ key }) => key === absenceReason)?.words],
  ];
}
