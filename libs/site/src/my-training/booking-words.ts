import type { ApproverKind, BookingView } from '@roundtable/contracts';
import { dateInWords, timeInWords } from '@roundtable/platform';
import { count } from '../frame/words';

/** Where a booking stands, in a few words. */
export function statusWords(
  booking: Pick<BookingView, 'status' | 'attendance' | 'endsAt' | 'provisionalUntil'>,
  now: Date,
): string {
  if (booking.attendance === 'attended') return 'Attended';
  if (booking.attendance === 'partly_attended') return 'Partly attended';
  if (booking.attendance === 'absent') return 'Absent';
  if (booking.status === 'confirmed' && isOver(booking, now)) return 'Over, the register is not closed yet';
  const words: Record<BookingView['status'], string> = {
    awaiting_approval: 'Waiting for approval',
    confirmed: booking.provisionalUntil ? 'Place confirmed, something is still to complete' : 'Place confirmed',
    waitlisted: 'On the waiting list',
    offered: 'Place offered',
    cancelled: 'Cancelled',
    substituted: 'Place given to a colleague',
    declined: 'Not approved',
    lapsed: 'Ended without a place',
  };
  return words[booking.status];
}

/** How many people are before this one in the line. */
export function positionWords(position: number | null, keepsForOthers = false): string {
  const ahead =
    position === null || position <= 1
      ? 'You are the first in line'
      : `${count(position - 1, 'person is', 'people are')} ahead of you`;
  return keepsForOthers ? `${ahead}; some places are kept for other sectors.` : `${ahead}.`;
}

/** Who was asked to approve a request. */
export function approverWords(kind: ApproverKind | null): string {
  if (kind === 'manager') return 'your manager';
  if (kind === 'lead') return 'the training lead of your agency';
  return 'the training team';
}

/** '5pm on Monday 20 May 2024'. */
export function momentWords(instant: string): string {
  const moment = new Date(instant);
  return `${timeInWords(moment)} on ${dateInWords(moment)}`;
}

/** 'until 12pm on Monday 20 May 2024'. */
export function untilWords(instant: string): string {
  return `until ${momentWords(instant)}`;
}

/** Whether an event is over for its delegates. */
export function isOver(booking: Pick<BookingView, 'endsAt'>, now: Date): boolean {
  return booking.endsAt === null || new Date(booking.endsAt) <= now;
}
