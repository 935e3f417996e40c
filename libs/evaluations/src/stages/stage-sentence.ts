import type { MeasurementMode, ModeComparison, ModeShare, StageRow, Stem } from '@roundtable/contracts';
import { ratedInWords } from '../knowledge-gain-rules';
import { roundedPercentage } from '../statistics';

/** When somebody said what they said, at the end of a half sentence. */
const WHEN: Record<MeasurementMode, string> = {
  before: 'before',
  after: 'right after',
  'follow-up': 'at follow-up',
  'retrospective-before': 'before (as remembered after)',
};

/**
 * '40 answered all three times. 12 of 40 (30.0%) rated their own knowledge good or very good before, 35 (87.5%) right after,
 * 31 (77.5%) at follow-up.', or of two modes where nobody answered in all; null where nobody answered in two.
 */
export function stageSentence(
  { together, remains, comparisons, kind }: Omit<StageRow, 'sentence'>,
  stem: Stem,
): string | null {
  if (kind === 'follow-up' && together.n)
    return `${together.n} answered all three times. ${ratings(together.n, together.shares, stem)}${kept(remains)}`;
  const sentences = comparisons.flatMap((comparison) => ofTwo(comparison, stem));
  return sentences.length === 0 ? null : sentences.join(' ');
}

function ofTwo({ n, from, to }: ModeComparison, stem: Stem): string[] {
  return n ? [`${n} answered ${BOTH[from.mode]}. ${ratings(n, [from, to], stem)}`] : [];
}

const BOTH: Record<MeasurementMode, string> = {
  before: 'before and at follow-up',
  after: 'right after and at follow-up',
  'follow-up': 'at follow-up',
  'retrospective-before': 'both questions after the training',
};

function ratings(n: number, shares: readonly ModeShare[], stem: Stem): string {
  const parts = shares.map(({ mode, goodOrBetter }, index) => {
    const count = goodOrBetter ?? 0;
    const of = index === 0 ? ` of ${n}` : '';
    const words = index === 0 ? `rated ${ratedInWords(stem)} good or very good ` : '';
    return `${count}${of} (${percent(count, n)}) ${words}${WHEN[mode]}`;
  });
  return `${parts.join(', ')}.`;
}

function kept(remains: StageRow['remains']): string {
  if (!remains?.became || remains.still === null) return '';
  const { became, still } = remains;
  return ` Of the ${became} who became good or very good right after, ${still} (${percent(still, became)}) still were at follow-up.`;
}

function percent(count: number, of: number): string {
  return `${(roundedPercentage(count, of, 1) ?? 0).toFixed(1)}%`;
}
