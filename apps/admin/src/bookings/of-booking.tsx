import type { BookingView } from '@roundtable/contracts';
import { TextLink } from '../look/text-link';

export function PersonOfBooking({ booking: { id, practitionerName } }: { booking: BookingView }) {
  return (
    <TextLink to={`/bookings/${id}/show`} strong>
      {practitionerName}
    </TextLink>
  );
}

export function CourseOfBooking({ booking: { eventId, courseTitle } }: { booking: BookingView }) {
  return <TextLink to={`/events/${eventId}/show`}>{courseTitle}</TextLink>;
}
