import type { EventTerms } from '@roundtable/contracts';
import type { EventEntity } from '../event.entity';

type Columns = Pick<
  EventEntity,
  | 'agencyCap'
  | 'groupCap'
  | 'bookingOpensAt'
  | 'bookingClosesAt'
  | 'bookingClosesWorkingDays'
  | 'freeCancellationWorkingDays'
  | 'costCode'
  | 'minimumPlaces'
  | 'decideBy'
  | 'note'
>;

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** The columns of an event that these terms set; what is left out has no column. */
export function termColumns(terms: EventTerms): Partial<Columns> {
  const { agencyCap, groupCap, bookingClosesWorkingDays, freeCancellationWorkingDays, minimumPlaces, decideBy } = terms;
  return {
    ...(agencyCap !== undefined && { agencyCap }),
    ...(groupCap !== undefined && { groupCap }),
    ...(terms.bookingOpensAt !== undefined && { bookingOpensAt: instantOf(terms.bookingOpensAt) }),
    ...(terms.bookingClosesAt !== undefined && { bookingClosesAt: instantOf(terms.bookingClosesAt) }),
    ...(bookingClosesWorkingDays !== undefined && { bookingClosesWorkingDays }),
    ...(freeCancellationWorkingDays !== undefined && { freeCancellationWorkingDays }),
    ...(terms.costCode !== undefined && { costCode: terms.costCode?.trim() || null }),
    ...(minimumPlaces !== undefined && { minimumPlaces }),
    ...(decideBy !== undefined && { decideBy }),
    ...(terms.note !== undefined && { note: terms.note?.trim() || null }),
  };
}
