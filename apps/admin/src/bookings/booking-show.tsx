import type { BookingView } from '@roundtable/contracts';
import { ShowBase, useShowContext } from 'react-admin';
import { ChargesPanel } from '../charges/charges-panel';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { MessagesPanel } from '../messages/messages-panel';
import { BookingActions } from './booking-actions';
import { BookingFacts } from './booking-facts';

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
  return (
    <>
      <Heading intro={`Booking ${record.reference}`}>{`${record.practitionerName}: ${record.courseTitle}`}</Heading>
      <BookingActions booking={record} />
      <Panel heading="Facts">
        <BookingFacts booking={record} />
      </Panel>
      <ChargesPanel bookingId={record.id} />
      <MessagesPanel filter={{ bookingId: record.id }} />
    </>
  );
}
