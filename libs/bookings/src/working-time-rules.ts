import type { ClosureDays } from '@roundtable/platform';

/** The sector whose agencies keep school terms, itself or the one above. */
const KEEPS_SCHOOL_TERMS = 'education';

/**
 * The days on which the clocks of an agency stop: offers, approvals and chasers. Everybody's stop on the partnership's
 * closure days, those of education in the school holidays too. `sectors` are the agency's sector and the one above it.
 * What counts back from an event, such as a cut-off, takes the closure days alone.
 */
export function daysOffFor(
  sectors: readonly string[],
  closureDays: ClosureDays,
  schoolHolidays: ClosureDays,
): ClosureDays {
  return sectors.includes(KEEPS_SCHOOL_TERMS) ? [...closureDays, ...schoolHolidays] : closureDays;
}
