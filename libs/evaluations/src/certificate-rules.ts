import type { BookingEntity } from '@roundtable/bookings';
import { DateTime } from 'luxon';
import type { CertificateEntity } from './certificate.entity';
import type { ResponseEntity } from './response.entity';

/** A certificate is released by attendance of the whole event and by the answers after it, late ones too. */
export function isReleased(booking: BookingEntity, after: ResponseEntity | null): boolean {
  return hasAttended(booking) && after !== null && after.sentAt !== null;
}

/** A certificate that was issued is good until it is withdrawn, or the register is corrected. */
export function isValid(certificate: CertificateEntity, booking: BookingEntity): boolean {
  return certificate.withdrawnAt === null && hasAttended(booking);
}

/** Why a certificate that was issued holds no longer: one sentence, from what the booking says now. */
export function withdrawalReason({ status, attendance }: Pick<BookingEntity, 'status' | 'attendance'>): string {
  if (status !== 'confirmed') return 'Your booking on this event was ended.';
  if (attendance === 'absent') return 'The register was corrected: it says now that you were not there.';
  if (attendance === 'partly_attended')
    return 'The register was corrected: it says now that you were there for a part of the training only.';
  return 'The register was corrected: it does not say any more that you were there for the whole training.';
}

function hasAttended(booking: BookingEntity): boolean {
  return booking.status === 'confirmed' && booking.attendance === 'attended';
}

/** The first letter of every word of a name, as it is written: 'AdJ' of 'Amélie de Jong'. */
export function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('');
}

/** '2 hours 30 minutes'; null where the length is not set. */
export function lengthInWords(minutes: number | null): string | null {
  if (!minutes) return null;
  const parts: [number, string][] = [
    [Math.floor(minutes / 60), 'hour'],
    [minutes % 60, 'minute'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ');
}

/** The day by which the training is to be renewed, in London: months after its last day, clamped to the month's end. */
export function renewalDay(endsAt: Date, validityMonths: number | null): Date | null {
  if (!validityMonths) return null;
  return DateTime.fromJSDate(endsAt, { zone: 'Europe/London' }).plus({ months: validityMonths }).toJSDate();
}
