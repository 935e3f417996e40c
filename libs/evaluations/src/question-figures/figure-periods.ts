import type { ReportPeriodLength } from '@roundtable/contracts';
import { partnershipYearRange } from '@roundtable/platform';
import type { ReportPeriod } from '../report-period';

/** One period of a report over time. */
export interface FigurePeriod {
  /** '2024-25', or 'April to June 2024'. */
  period: string;
  /** London dates, both inside. */
  from: string;
  to: string;
  /** Whether the report's own dates leave out some of it. */
  isPart: boolean;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * The period that an event belongs to, cut to the dates of the report. In: the London month of its end and its
 * partnership year. Out: null where that is not known: history without a date belongs to no quarter.
 */
export function periodOf(
  { month, year }: { month: string | null; year: string | null },
  every: ReportPeriodLength,
  asked: ReportPeriod,
): FigurePeriod | null {
  const whole = every === 'year' ? yearOf(year) : quarterOf(month);
  if (!whole) return null;
  const from = asked.from && asked.from > whole.from ? asked.from : whole.from;
  const to = asked.to && asked.to < whole.to ? asked.to : whole.to;
  return { period: whole.period, from, to, isPart: from !== whole.from || to !== whole.to };
}

type WholePeriod = Omit<FigurePeriod, 'isPart'>;

function yearOf(year: string | null): WholePeriod | null {
  return year === null ? null : { period: year, ...partnershipYearRange(year) };
}

/** Quarters of the partnership year are those of the calendar: April to June is the first. */
function quarterOf(month: string | null): WholePeriod | null {
  if (month === null) return null;
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = number - ((number - 1) % 3);
  return {
    period: `${MONTHS[first - 1]} to ${MONTHS[first + 1]} ${year}`,
    from: `${year}-${String(first).padStart(2, '0')}-01`,
    to: new Date(Date.UTC(year, first + 2, 0)).toISOString().slice(0, 10),
  };
}
