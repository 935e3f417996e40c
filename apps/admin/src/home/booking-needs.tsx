import type { MorningBooking, MorningListView } from '@roundtable/contracts';
import { TextLink } from '../look/text-link';
import { plural } from '../words/figures';
import { APPROVER_KIND } from '../words/labels';
import { momentInWords } from '../words/london-time';
import { Lines } from './lines';

/** What bookings ask of the office, each list where the whole of it is done. */
export function BookingNeeds({ morning }: { morning: MorningListView }) {
  return (
    <>
      <Lines heading="Requests for you to approve" found={morning.approvalsForStaff} rest="/approvals">
        {(booking) => (
          <>
            <OfBooking booking={booking} />
            {booking.approverKind === 'unverified' ? ` (${APPROVER_KIND.unverified.toLowerCase()})` : null}
          </>
        )}
      </Lines>
      <Lines heading="Provisional and late" found={morning.provisionalDue} rest="/late">
        {(booking) => (
          <>
            <OfBooking booking={booking} />
            {booking.provisionalUntil ? `, to be completed by ${momentInWords(booking.provisionalUntil)}` : null}
          </>
        )}
      </Lines>
      <Lines heading="Needs to arrange" found={morning.needTasks} rest="/access-need-tasks">
        {({ eventId, courseTitle, startsAt, practitionerName }) => (
          <>
            <TextLink to={`/events/${eventId}/show`}>{courseTitle}</TextLink>
            {startsAt ? `, ${momentInWords(startsAt)}` : null}: for {practitionerName}
          </>
        )}
      </Lines>
      <Lines heading="Team places that go back soon" found={morning.teamPlacesEnding} rest="/events">
        {({ eventId, courseTitle, agencyName, places, heldUntil }) => (
          <>
            <TextLink to={`/events/${eventId}/show`}>{courseTitle}</TextLink>: {plural(places, 'place', 'places')} for{' '}
            {agencyName}, until {momentInWords(heldUntil)}
          </>
        )}
      </Lines>
      <Lines heading="Say that they were there, against the register" found={morning.saysPresent} rest="/bookings">
        {(booking) => <OfBooking booking={booking} />}
      </Lines>
      <Lines heading="Absent three times in 12 months" found={morning.repeatedAbsences} rest="/practitioners">
        {({ id, practitionerName, absences }) => (
          <>
            <TextLink to={`/practitioners/${id}/show`}>{practitionerName}</TextLink>: absent{' '}
            {plural(absences, 'time', 'times')}
          </>
        )}
      </Lines>
      <Lines heading="Requests that wait for their agency" found={morning.awaitingApproval} rest="/approvals">
        {(booking) => <OfBooking booking={booking} />}
      </Lines>
    </>
  );
}

function OfBooking({ booking: { id, practitionerName, agencyName, courseTitle } }: { booking: MorningBooking }) {
  return (
    <>
      <TextLink to={`/bookings/${id}/show`}>{practitionerName}</TextLink>, {agencyName}: {courseTitle}
    </>
  );
}
