import type { ChargeKind, ChargeState, ChargeWaiver } from '@roundtable/contracts';

/** What is charged, as whoever pays reads it. */
export const CHARGE_KIND_WORDS: Record<ChargeKind, string> = {
  fee: 'Fee for the place',
  absence: 'Absence without cancelling',
  'late-cancellation': 'Cancelled after free cancellation ended',
};

export const CHARGE_STATE_WORDS: Record<ChargeState, string> = {
  proposed: 'To be confirmed',
  waived: 'Waived',
  confirmed: 'Confirmed',
  sent_on: 'Sent on to finance',
  credited: 'Credited',
  withdrawn: 'Withdrawn',
};

export const CHARGE_WAIVER_WORDS: Record<ChargeWaiver, string> = {
  substitute: 'A colleague came instead',
  refilled: 'Somebody else got the place',
  organiser: 'Time or place was changed, or the event cancelled',
  reason: 'A reason that is not charged',
  promoted: 'Within the free days after the waiting list',
  staff: 'Waived by staff',
};

/** '£30' or '£30.50', from pence. */
export function poundsInWords(pence: number): string {
  return `£${pence % 100 === 0 ? pence / 100 : (pence / 100).toFixed(2)}`;
}
