import type { ChargePayer } from '@roundtable/contracts';
import { londonDate } from '@roundtable/platform';
import { CHARGE_KIND_WORDS } from './charge-words';
import type { FinanceRow } from './charges.queries';

export const FINANCE_HEADINGS = [
  'Date',
  'Charge',
  'Line',
  'Billed to',
  'Agency',
  'Order number',
  'Cost code',
  'Amount in pounds',
  'VAT',
  'For',
  'Course',
  'Event',
  'Booking',
  'Sent on',
] as const;

const BILLED_TO: Record<ChargePayer, (row: FinanceRow) => string> = {
  agency: ({ agencyName }) => agencyName,
  person: ({ personName }) => personName,
};

export type FinanceLine = (string | number)[];

/** Which days and which lines a file is to hold. */
export interface FinancePeriod {
  from?: string | undefined;
  to?: string | undefined;
  unsent?: boolean;
}

/**
 * The lines of one charge: what is charged, and once it is credited the same amount taken back. Only somebody who pays
 * personally is named; of others the booking's reference says enough.
 */
export function financeLines(row: FinanceRow, vatText: string, { from, to, unsent }: FinancePeriod): FinanceLine[] {
  const { charge } = row;
  const line = (at: Date, sign: 1 | -1, sentOnAt: Date | null): FinanceLine => [
    londonDate(at),
    charge.reference,
    sign === 1 ? 'Charge' : 'Credit',
    BILLED_TO[charge.payer](row),
    row.agencyName,
    charge.orderNumber ?? '',
    charge.costCode ?? '',
    (sign * charge.pence) / 100,
    vatText,
    CHARGE_KIND_WORDS[charge.kind],
    row.courseTitle,
    row.eventReference,
    row.bookingReference,
    sentOnAt ? londonDate(sentOnAt) : '',
  ];
  const isWithin = (at: Date): boolean =>
    (from === undefined || londonDate(at) >= from) && (to === undefined || londonDate(at) <= to);
  const isWanted = (at: Date | null, sentOnAt: Date | null): at is Date =>
    at !== null && isWithin(at) && !(unsent && sentOnAt !== null);
  return [
    ...(isWanted(charge.toldAt, charge.sentOnAt) ? [line(charge.toldAt, 1, charge.sentOnAt)] : []),
    ...(isWanted(charge.creditedAt, charge.creditSentOnAt) ? [line(charge.creditedAt, -1, charge.creditSentOnAt)] : []),
  ];
}
