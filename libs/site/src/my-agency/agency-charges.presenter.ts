import { CHARGE_KIND_WORDS } from '@roundtable/bookings';
import { type ChargeView, paths } from '@roundtable/contracts';
import type { PageModel } from '../frame/site-pages';
import { count, price, when } from '../frame/words';
import { chargeStateWords } from '../my-training/charge-words';

interface ChargeCard {
  title: string;
  /** Empty where the booking is nobody's any more. */
  href: string | null;
  facts: { key: string; value: string }[];
}

export interface AgencyChargesPage extends PageModel {
  caption: string;
  charges: ChargeCard[];
  /** 'Charges 51 to 100 of 120', and where the others are. */
  shown: string | null;
  previousHref: string | null;
  nextHref: string | null;
}

export const CHARGES_PER_PAGE = 50;

/** What an agency is billed for its bookings, newest first. */
export function agencyChargesPage(
  agencyNames: readonly string[],
  charges: readonly ChargeView[],
  { total, page }: { total: number; page: number },
): AgencyChargesPage {
  const first = (page - 1) * CHARGES_PER_PAGE;
  const pageHref = (wanted: number): string => `${paths.agencyCharges}?page=${wanted}`;
  return {
    title: 'Charges to my agency',
    section: 'agency',
    caption: agencyNames.length > 3 ? count(agencyNames.length, 'agency', 'agencies') : agencyNames.join(', '),
    charges: charges.map((charge) => cardOf(charge, agencyNames.length > 1)),
    shown: total > CHARGES_PER_PAGE ? `Charges ${first + 1} to ${first + charges.length} of ${total}` : null,
    previousHref: page > 1 ? pageHref(page - 1) : null,
    nextHref: first + charges.length < total ? pageHref(page + 1) : null,
  };
}

function cardOf(charge: ChargeView, isOneOfSeveral: boolean): ChargeCard {
  return {
    title: [charge.practitionerName, charge.courseTitle].filter(Boolean).join(': '),
    href: charge.practitionerName ? paths.agencyBooking({ id: charge.bookingId }) : null,
    facts: [
      { key: 'When', value: when(charge) },
      { key: 'Amount', value: price(charge.pence) },
      { key: 'For', value: CHARGE_KIND_WORDS[charge.kind] },
      { key: 'State', value: chargeStateWords(charge) },
      ...(charge.orderNumber ? [{ key: 'Order number', value: charge.orderNumber }] : []),
      ...(isOneOfSeveral ? [{ key: 'Agency', value: charge.agencyName }] : []),
      { key: 'Reference', value: charge.reference },
    ],
  };
}
