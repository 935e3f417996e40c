import type { BookingView } from '@roundtable/contracts';
import { dateInWords, timeInWords } from '@roundtable/platform';
import { count } from '../frame/words';

/** Where a booking stands, in a few words. */
export function statusWords(booking: Pick<BookingView, 'status' | 'attendance' | 'endsAt'>, now: Date): string {
  if (booking.attendance === 'attended') return 'Attended';
  if (booking.attendance === 'partly_attended') return 'Partly attended';
  if (booking.attendance === 'absent') return 'Absent';
  if (booking.status === 'confirmed' && isOver(booking, now)) return 'Over, the register is not closed yet';
  const words: Record<BookingView['status'], string> = {
    awaiting_approval: 'Waiting for approval',
    confirmed: 'Place confirmed',
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
export function positionWords(position: number | null): string {
  if (position === null || position <= 1) return 'You are the first in line.';
  return `${count(position - 1, 'person is', 'people are')} ahead of you.`;
}

/** 'until 12pm on Monday 20 May 2024'. */
export function untilWords(instant: string): string {
  const until = new Date(instant);
  return `until ${timeInWords(until)} on ${dateInWords(until)}`;
}

/** Whether an event is over for its delegates. */
export function isOver(booking: Pick<BookingView, 'endsAt'>, now: Date): boolean {
  return booking.endsAt === null || new Date(booking.endsAt) <= now;
}
