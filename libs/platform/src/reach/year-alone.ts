import { partnershipYear, partnershipYearRange, startOfLondonDay } from '../time';

/** What an erased row keeps of a date: the partnership year, as the instant at which it began. */
export function yearAlone(instant: Date): Date {
  return startOfLondonDay(partnershipYearRange(partnershipYear(instant)).from);
}
