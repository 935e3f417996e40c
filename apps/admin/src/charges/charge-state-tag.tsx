import type { ChargeState, ChargeView } from '@roundtable/contracts';
import { Tag, type Tone } from '../look/tag';
import { CHARGE_STATE, CHARGE_WAIVER } from './charge-words';

const TONES: Record<ChargeState, Tone> = {
  proposed: 'attention',
  waived: 'plain',
  confirmed: 'brand',
  sent_on: 'good',
  credited: 'plain',
  withdrawn: 'plain',
};

/** The charge's state, why it was waived, and whether the register says otherwise by now. */
export function ChargeStateTag({ charge }: { charge: ChargeView }) {
  const { state, waiver, overtakenAt } = charge;
  const isDoubtful = overtakenAt !== null && state !== 'credited';
  return (
    <>
      <Tag tone={TONES[state]}>{CHARGE_STATE[state]}</Tag>
      {state === 'waived' && waiver ? `: ${CHARGE_WAIVER[waiver]}` : null}
      {isDoubtful ? (
        <>
          {' '}
          <Tag tone="bad">Register was corrected</Tag>
        </>
      ) : null}
    </>
  );
}
