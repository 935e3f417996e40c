import { CHARGE_KIND_WORDS } from '@roundtable/bookings';
import type { ChargeView } from '@roundtable/contracts';
import { price } from '../frame/words';

/** What became of a charge that somebody was told of. */
export function chargeStateWords({ state, payer, agencyName }: ChargeView): string {
  if (state === 'credited') return 'Taken back: a credit follows.';
  if (state !== 'confirmed' && state !== 'sent_on') return 'Not charged after all.';
  return payer === 'person' ? 'You get an invoice for it.' : `${agencyName} is billed.`;
}

/** Charges of a booking as its facts. */
export function chargeFacts(charges: readonly ChargeView[]): { key: string; value: string }[] {
  return charges.map((charge) => ({
    key: 'Charge',
    value: `${price(charge.pence)}: ${CHARGE_KIND_WORDS[charge.kind]}. ${chargeStateWords(charge)} Reference ${charge.reference}.`,
  }));
}
