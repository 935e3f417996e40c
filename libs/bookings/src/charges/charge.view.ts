import type { BookingView, ChargeView } from '@roundtable/contracts';
import { type Actor, isOffice } from '@roundtable/platform';
import { isoOf } from '../booking.view';
import type { ChargeEntity } from './charge.entity';

/** A charge with the booking as this actor may see it, which decides what names they read. */
export interface ChargeParts {
  charge: ChargeEntity;
  agencyName: string;
  eventId: string;
  eventReference: string;
  courseTitle: string;
  bookingReference: string;
  /** SQLite answers instants as text. */
  startsAt: Date | string | null;
  endsAt: Date | string | null;
  booking: BookingView | undefined;
}

export function chargeView(actor: Actor, { charge, booking, ...parts }: ChargeParts): ChargeView {
  const isStaff = isOffice(actor);
  const told = <Value>(value: Value): Value | null => (isStaff ? value : null);
  const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;
  return {
    id: charge.id,
    reference: charge.reference,
    bookingId: charge.bookingId,
    bookingReference: parts.bookingReference,
    eventId: parts.eventId,
    eventReference: parts.eventReference,
    courseTitle: parts.courseTitle,
    startsAt: isoOf(parts.startsAt),
    endsAt: isoOf(parts.endsAt),
    practitionerName: booking?.practitionerName ?? '',
    agencyId: charge.agencyId,
    agencyName: parts.agencyName,
    kind: charge.kind,
    state: charge.state,
    payer: charge.payer,
    pence: charge.pence,
    orderNumber: charge.orderNumber,
    toldAt: iso(charge.toldAt),
    costCode: told(charge.costCode),
    waiver: told(charge.waiver),
    reason: told(charge.reason),
    proposedAt: told(iso(charge.proposedAt)),
    sentOnAt: told(iso(charge.sentOnAt)),
    creditedAt: told(iso(charge.creditedAt)),
    creditSentOnAt: told(iso(charge.creditSentOnAt)),
    overtakenAt: told(iso(charge.overtakenAt)),
  };
}
