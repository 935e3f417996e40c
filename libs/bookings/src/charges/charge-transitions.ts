import type { ChargeState } from '@roundtable/contracts';
import { Problem } from '@roundtable/platform';

/** What is done to a charge. Each leaves an audit entry `charge.<verb>`. */
export const CHARGE_VERBS = ['propose', 'confirm', 'waive', 'send-on', 'credit', 'withdraw'] as const;
export type ChargeVerb = (typeof CHARGE_VERBS)[number];

/**
 * What may become of a charge, as data. A waived one is charged all the same with a reason; what was told is never
 * withdrawn in silence, so a confirmed one is waived or credited by staff.
 */
const TABLE: readonly [from: ChargeState, by: ChargeVerb, to: ChargeState][] = [
  ['proposed', 'confirm', 'confirmed'],
  ['proposed', 'waive', 'waived'],
  ['proposed', 'withdraw', 'withdrawn'],
  ['waived', 'propose', 'proposed'],
  ['waived', 'confirm', 'confirmed'],
  ['waived', 'withdraw', 'withdrawn'],
  ['confirmed', 'waive', 'waived'],
  ['confirmed', 'send-on', 'sent_on'],
  ['confirmed', 'credit', 'credited'],
  ['sent_on', 'credit', 'credited'],
];

export const ENDED_CHARGE_STATES: readonly ChargeState[] = ['credited', 'withdrawn'];

/** The state a verb leads to; refuses with `charges.not-possible` what the table does not hold. */
export function chargeTargetOf(from: ChargeState, by: ChargeVerb): ChargeState {
  const row = TABLE.find(([state, verb]) => state === from && verb === by);
  if (!row) throw new Problem('charges.not-possible', { detail: { from, by } });
  return row[2];
}

/** Whether a verb is possible from a state. */
export function isChargePossible(from: ChargeState, by: ChargeVerb): boolean {
  return TABLE.some(([state, verb]) => state === from && verb === by);
}
