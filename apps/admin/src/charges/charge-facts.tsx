import type { ChargeView } from '@roundtable/contracts';
import { Facts } from '../look/facts';
import { TextLink } from '../look/text-link';
import { money } from '../words/figures';
import { momentInWords, spanInWords } from '../words/london-time';
import { CHARGE_KIND, CHARGE_PAYER } from './charge-words';
import { ChargeStateTag } from './charge-state-tag';

const momentOf = (at: string | null) => (at ? momentInWords(at) : null);

/** Everything that staff are told of a charge. */
export function ChargeFacts({ charge }: { charge: ChargeView }) {
  const { startsAt, endsAt } = charge;
  return (
    <Facts
      facts={[
        ['State', <ChargeStateTag key="state" charge={charge} />],
        ['Reason', charge.reason],
        ['For', CHARGE_KIND[charge.kind]],
        ['Amount', money(charge.pence)],
        ['Who pays', CHARGE_PAYER[charge.payer]],
        ['Agency', charge.agencyName],
        ['Order number', charge.orderNumber ?? 'none given'],
        ['Cost code', charge.costCode ?? 'none set'],
        [
          'Booking',
          <TextLink key="booking" to={`/bookings/${charge.bookingId}/show`}>
            {charge.bookingReference}
          </TextLink>,
        ],
        [
          'Event',
          <TextLink key="event" to={`/events/${charge.eventId}/show`}>
            {charge.courseTitle}
          </TextLink>,
        ],
        ['When', startsAt && endsAt ? spanInWords(startsAt, endsAt) : null],
        ['Proposed', momentOf(charge.proposedAt)],
        ['Told', charge.toldAt ? momentInWords(charge.toldAt) : 'nobody'],
        ['Sent on to finance', momentOf(charge.sentOnAt)],
        ['Credited', momentOf(charge.creditedAt)],
        ['Credit sent on', momentOf(charge.creditSentOnAt)],
        ['Register was corrected', momentOf(charge.overtakenAt)],
      ]}
    />
  );
}
