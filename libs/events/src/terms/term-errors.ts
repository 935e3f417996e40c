import type { NewEvent } from '@roundtable/contracts';
import { londonDate } from '@roundtable/platform';
import type { EventEntity } from '../event.entity';
import { type WantedSession, sessionErrors } from '../session-rules';

type Facts = Pick<
  EventEntity,
  | 'startsAt'
  | 'capacity'
  | 'bookingOpensAt'
  | 'bookingClosesAt'
  | 'bookingClosesWorkingDays'
  | 'minimumPlaces'
  | 'decideBy'
>;

/** What does not fit together in the terms of an event, by the field that was given. */
export function termErrors(event: Facts, given: Partial<Record<string, unknown>>): Record<string, string> {
  const errors: Record<string, string> = {};
  const { startsAt, capacity, bookingOpensAt, bookingClosesAt, bookingClosesWorkingDays } = event;
  if (bookingClosesAt && bookingClosesWorkingDays !== null)
    errors[given['bookingClosesAt'] ? 'bookingClosesAt' : 'bookingClosesWorkingDays'] =
      'Give the moment, or the working days before, and not both';
  if (bookingOpensAt && bookingClosesAt && bookingOpensAt >= bookingClosesAt)
    errors[given['bookingClosesAt'] ? 'bookingClosesAt' : 'bookingOpensAt'] = 'Booking must open before it closes';
  if (given['bookingOpensAt'] && bookingOpensAt && startsAt && bookingOpensAt >= startsAt)
    errors['bookingOpensAt'] = 'Booking must open before the event starts';
  if (given['bookingClosesAt'] && bookingClosesAt && startsAt && bookingClosesAt > startsAt)
    errors['bookingClosesAt'] = 'Booking must close before the event starts';
  const isNumberGiven = given['minimumPlaces'] !== undefined || given['decideBy'] !== undefined;
  if (isNumberGiven && event.minimumPlaces !== null && event.decideBy === null)
    errors['decideBy'] = 'Enter the date on which you decide';
  if (isNumberGiven && event.minimumPlaces === null && event.decideBy !== null)
    errors['minimumPlaces'] = 'Enter how many people are needed';
  if (given['minimumPlaces'] && event.minimumPlaces !== null && event.minimumPlaces > capacity)
    errors['minimumPlaces'] = 'More people are needed than the event has places';
  if (given['decideBy'] && event.decideBy !== null && startsAt && event.decideBy > londonDate(startsAt))
    errors['decideBy'] = 'Decide on the day of the event at the latest';
  return errors;
}

/** The terms of an event that sets none. */
export const NO_TERMS = {
  bookingOpensAt: null,
  bookingClosesAt: null,
  bookingClosesWorkingDays: null,
  minimumPlaces: null,
  decideBy: null,
};

/** An event has sessions, or its date is to be confirmed: not both, and not neither. */
export function datesErrors(
  { dateToBeConfirmed }: Pick<NewEvent, 'dateToBeConfirmed'>,
  sessions: readonly WantedSession[],
): Record<string, string> {
  if (!dateToBeConfirmed) return sessionErrors(sessions);
  return sessions.length ? { sessions: 'Leave out the sessions while the date is to be confirmed' } : {};
}
