import type { BookingView } from '@roundtable/contracts';
import { ShowBase, useShowContext } from 'react-admin';
import { Facts } from '../look/facts';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';
import { MessagesPanel } from '../messages/messages-panel';
import { ATTENDANCE, capitalised } from '../words/labels';
import { momentInWords, spanInWords } from '../words/london-time';
import { BookingStatusTag } from './booking-status-tag';
import { canBeCancelled, CancelBooking } from './cancel-booking';

export default function BookingShow() {
  return (
    <ShowBase resource="bookings">
      <Booking />
    </ShowBase>
  );
}

function Booking() {
  const { record, error } = useShowContext<BookingView>();
  if (error) return <Refusal error={error} />;
  if (!record) return <Waiting />;
  const { startsAt, endsAt } = record;
  return (
    <>
      <Heading
        intro={`Booking ${record.reference}`}
        actions={canBeCancelled(record) ? <CancelBooking booking={record} /> : undefined}
      >
        {`${record.practitionerName}: ${record.courseTitle}`}
      </Heading>
      <Panel heading="Facts">
        <Facts
          facts={[
            ['State', <BookingStatusTag key="state" booking={record} />],
            ['Offer runs until', record.offeredUntil ? momentInWords(record.offeredUntil) : null],
            ['Attendance', record.attendance ? ATTENDANCE[record.attendance] : null],
            [
              'Event',
              <TextLink key="event" to={`/events/${record.eventId}/show`}>
                {record.courseTitle}
              </TextLink>,
            ],
            ['When', startsAt && endsAt ? spanInWords(startsAt, endsAt) : 'no date'],
            ['Agency', record.agencyName],
            ['Sector', capitalised(record.sector)],
            ['Job role', record.jobRole],
            ['Asked for', momentInWords(record.requestedAt)],
            [
              'Came in place of',
              record.replaces ? (
                <TextLink key="replaces" to={`/bookings/${record.replaces}/show`}>
                  an earlier booking
                </TextLink>
              ) : null,
            ],
          ]}
        />
      </Panel>
      <MessagesPanel filter={{ bookingId: record.id }} />
    </>
  );
}
