import type { BookingState } from '@roundtable/contracts';
import { type ClosureDays, dateInWords, londonDate, timeInWords, workingDaysBefore } from '@roundtable/platform';
import type { EventEntity } from '../event.entity';

/** Free cancellation ends this many working days before the first session, where neither event nor course says otherwise. */
export const FREE_CANCELLATION_WORKING_DAYS = 5;

/** The dates that follow from the terms of an event; people read these and never the counts. */
export interface TermDates {
  bookingOpensAt: Date | null;
  bookingClosesAt: Date | null;
  freeCancellationUntil: Date | null;
}

export type WithTerms = Pick<
  EventEntity,
  'startsAt' | 'bookingOpensAt' | 'bookingClosesAt' | 'bookingClosesWorkingDays' | 'freeCancellationWorkingDays'
>;

/**
 * 'n working days before' the first session: 17:00 London time on that day, its own date not counted; with 0 it is the
 * start itself.
 */
export function before(firstSession: Date, workingDays: number, closureDays: ClosureDays): Date {
  return workingDays === 0 ? firstSession : workingDaysBefore(londonDate(firstSession), workingDays, closureDays);
}

/** How many working days before the first session free cancellation ends: the event's own, the course's, or the default. */
export function freeCancellationDays(
  event: Pick<EventEntity, 'freeCancellationWorkingDays'>,
  course: { freeCancellationWorkingDays: number | null } | null | undefined,
): number {
  return event.freeCancellationWorkingDays ?? course?.freeCancellationWorkingDays ?? FREE_CANCELLATION_WORKING_DAYS;
}

/** Without a date there is nothing to count from, and only fixed instants remain. Booking never closes after the start. */
export function termDatesOf(
  event: WithTerms,
  course: { freeCancellationWorkingDays: number | null } | null | undefined,
  closureDays: ClosureDays,
): TermDates {
  const { startsAt, bookingOpensAt, bookingClosesAt, bookingClosesWorkingDays } = event;
  if (!startsAt) return { bookingOpensAt, bookingClosesAt, freeCancellationUntil: null };
  const closes =
    bookingClosesWorkingDays === null ? bookingClosesAt : before(startsAt, bookingClosesWorkingDays, closureDays);
  return {
    bookingOpensAt,
    bookingClosesAt: closes && closes > startsAt ? startsAt : closes,
    freeCancellationUntil: before(startsAt, freeCancellationDays(event, course), closureDays),
  };
}

export interface Closed {
  reason: Exclude<BookingState, 'open'>;
  /** A whole sentence for whoever asked. */
  because: string;
}

/** Why an event takes no bookings at this moment; null where it does. */
export function whyClosed(
  event: Pick<EventEntity, 'status' | 'startsAt' | 'period'>,
  { bookingOpensAt, bookingClosesAt }: Pick<TermDates, 'bookingOpensAt' | 'bookingClosesAt'>,
  now: Date,
): Closed | null {
  if (event.status === 'cancelled') return { reason: 'cancelled', because: 'It was cancelled.' };
  if (event.status === 'draft') return { reason: 'not-published', because: 'It is not published yet.' };
  if (event.period !== null || (event.startsAt && event.startsAt <= now))
    return { reason: 'started', because: 'It has started already.' };
  if (!event.startsAt)
    return {
      reason: 'date-to-be-confirmed',
      because: 'Its date is still to be confirmed. Come back when it is set: you can book then.',
    };
  if (bookingOpensAt && now < bookingOpensAt)
    return { reason: 'not-open-yet', because: `Booking opens on ${momentInWords(bookingOpensAt)}.` };
  if (bookingClosesAt && now >= bookingClosesAt)
    return { reason: 'closed', because: `Booking closed on ${momentInWords(bookingClosesAt)}.` };
  return null;
}

/** 'Monday 13 May 2024, 5pm'. */
export function momentInWords(instant: Date): string {
  return `${dateInWords(instant)}, ${timeInWords(instant)}`;
}
