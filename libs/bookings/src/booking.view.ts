import type { BookingView } from '@roundtable/contracts';
import { FREE_CANCELLATION_WORKING_DAYS, before } from '@roundtable/events';
import { type Actor, type ClosureDays, isOffice, storedInstant } from '@roundtable/platform';
import { freeCancellationUntil } from './booking-rules';
import type { BookingEntity } from './booking.entity';
import { isAskedAfterChange, isAskedBeforeCutOff } from './coming/coming-rules';

/** A booking with the names that are shown with it. SQLite answers instants as text. */
export interface BookingParts {
  booking: BookingEntity;
  personName: string;
  agencyName: string;
  courseTitle: string;
  eventReference: string;
  startsAt: Date | string | null;
  endsAt: Date | string | null;
  position: number | string;
  /** Set by the event or its course; empty where neither says. */
  eventFreeDays: number | null;
  courseFreeDays: number | null;
  closureDays: ClosureDays;
}

export function isoOf(moment: Date | string | null): string | null {
  return storedInstant(moment)?.toISOString() ?? null;
}

/** What this actor may be told of a booking beyond the plain facts. */
function sightOf(actor: Actor, booking: BookingEntity): { isStaff: boolean; isOwn: boolean; isLead: boolean } {
  return {
    isStaff: isOffice(actor),
    isOwn: booking.personId === actor.personId,
    isLead: actor.leadAgencyIds.includes(booking.agencyId),
  };
}

function cancelFreeUntil({
  booking,
  startsAt,
  eventFreeDays,
  courseFreeDays,
  closureDays,
}: BookingParts): string | null {
  const start = isoOf(startsAt);
  if (start === null || !['confirmed', 'offered'].includes(booking.status)) return null;
  const days = eventFreeDays ?? courseFreeDays ?? FREE_CANCELLATION_WORKING_DAYS;
  const cutOff = before(new Date(start), days, closureDays);
  return freeCancellationUntil(cutOff, booking.promotedAt, closureDays).toISOString();
}

export function bookingView(actor: Actor, parts: BookingParts): BookingView {
  const { booking } = parts;
  const { isStaff, isOwn, isLead } = sightOf(actor, booking);
  return {
    id: booking.id,
    reference: booking.reference,
    eventId: booking.eventId,
    eventReference: parts.eventReference,
    courseId: booking.courseId,
    courseTitle: parts.courseTitle,
    startsAt: isoOf(parts.startsAt),
    endsAt: isoOf(parts.endsAt),
    practitionerId: booking.personId,
    practitionerName: parts.personName,
    agencyId: booking.agencyId,
    agencyName: parts.agencyName,
    sector: booking.sector,
    jobRole: booking.jobRole,
    status: booking.status,
    waitlistPosition: booking.status === 'waitlisted' ? Number(parts.position) : null,
    offeredUntil: booking.offeredUntil?.toISOString() ?? null,
    attendance: booking.attendance,
    requestedAt: booking.requestedAt.toISOString(),
    replaces: booking.replacesId,
    provisionalUntil: booking.provisionalUntil?.toISOString() ?? null,
    approverKind: booking.status === 'awaiting_approval' && (isStaff || isLead || isOwn) ? booking.approverKind : null,
    placeHeld: booking.placeFoundAt !== null,
    comingAsked: isAskedAfterChange(booking),
    stillComingAsked: isAskedBeforeCutOff(booking),
    comingAnsweredAt: isStaff || isOwn ? (booking.comingAnsweredAt?.toISOString() ?? null) : null,
    cancelFreeUntil: cancelFreeUntil(parts),
    passReason: isStaff ? booking.passReason : null,
    endCategory: booking.endCategory,
    endReason: isStaff || isOwn ? booking.endReason : null,
    absenceReason: isStaff || isOwn ? booking.absenceReason : null,
  };
}
