import { type ClosureDays, addWorkingDays, londonDate, startOfLondonDay } from '@roundtable/platform';
import type { BookingEntity } from '../booking.entity';

type Asked = Pick<BookingEntity, 'status' | 'comingAskedAt' | 'comingAnsweredAt' | 'stillComingAskedAt'>;

/** Whether 'can you still come?' was asked after a change of time or place and is not answered: absence is not charged. */
export function isAskedAfterChange({ status, comingAskedAt, comingAnsweredAt }: Omit<Asked, 'stillComingAskedAt'>) {
  return status === 'confirmed' && comingAskedAt !== null && comingAnsweredAt === null;
}

/** Whether it was asked before the cut-off and not answered since. */
export function isAskedBeforeCutOff({ status, comingAnsweredAt, stillComingAskedAt }: Asked): boolean {
  if (status !== 'confirmed' || stillComingAskedAt === null) return false;
  return comingAnsweredAt === null || comingAnsweredAt < stillComingAskedAt;
}

/** The London date on which it is asked: so many working days before the day on which free cancellation ends. */
export function askedOn(cutOff: Date, workingDays: number, closureDays: ClosureDays): string {
  return addWorkingDays(londonDate(cutOff), -workingDays, closureDays);
}

type Since = Pick<BookingEntity, 'requestedAt' | 'promotedAt' | 'approvedAt' | 'comingAskedAt'>;

/** Since when somebody has known of the place that they have, at its present time. */
export function knownSince({ requestedAt, promotedAt, approvedAt, comingAskedAt }: Since): Date {
  return [promotedAt, approvedAt, comingAskedAt].reduce<Date>(
    (latest, at) => (at && at > latest ? at : latest),
    requestedAt,
  );
}

/** Whether somebody has had their place since before a London date, so that it may be asked then whether they come. */
export function isHeldBefore(localDate: string, booking: Since): boolean {
  return knownSince(booking) < startOfLondonDay(localDate);
}
