import { isPartnershipYear, partnershipYear, partnershipYearRange, startOfLondonDay } from '@roundtable/platform';

/** London dates, 'YYYY-MM-DD', both inside; an empty one is no limit. */
export interface ReportPeriod {
  from?: string;
  to?: string;
}

/** The first instant of a period; null where it has no beginning. */
export function startOfPeriod({ from }: ReportPeriod): Date | null {
  return from === undefined ? null : startOfLondonDay(from);
}

/** The first instant after a period; null where it has no end. */
export function endOfPeriod({ to }: ReportPeriod): Date | null {
  return to === undefined ? null : startOfLondonDay(nextDay(to));
}

/** The first partnership year that begins in the period; null where it has no beginning. */
export function firstWholeYear({ from }: ReportPeriod): string | null {
  if (from === undefined) return null;
  const year = partnershipYear(from);
  return partnershipYearRange(year).from === from ? year : partnershipYear(nextDay(partnershipYearRange(year).to));
}

/** The last partnership year that ends in the period; null where it has no end. */
export function lastWholeYear({ to }: ReportPeriod): string | null {
  if (to === undefined) return null;
  const year = partnershipYear(to);
  return partnershipYearRange(year).to === to ? year : partnershipYear(dayBefore(partnershipYearRange(year).from));
}

/** Whether history of a partnership year lies in the period with its whole year. */
export function holdsYear(period: ReportPeriod, year: string): boolean {
  const [first, last] = [firstWholeYear(period), lastWholeYear(period)];
  return isPartnershipYear(year) && (first === null || year >= first) && (last === null || year <= last);
}

function nextDay(day: string): string {
  return shifted(day, 1);
}

function dayBefore(day: string): string {
  return shifted(day, -1);
}

function shifted(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
