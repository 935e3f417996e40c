import { describe, expect, it } from '@jest/globals';
import type { MeasurementMode, StageKind } from '@roundtable/contracts';
import { type StageGroup, stageRow } from './stage-rules';

type Rated = number | null;

const threeTimes = (before: Rated, after: Rated, followUp: Rated, people: number, hasAttended = true): StageGroup => ({
  ratings: { before, after, 'follow-up': followUp },
  people,
  hasAttended,
});
const lookingBack = (remembered: number, after: Rated, people: number): StageGroup => ({
  ratings: { 'retrospective-before': remembered, after },
  people,
  hasAttended: true,
});
function row(groups: StageGroup[], kind: StageKind = 'follow-up', attended = 0) {
  const about = {
    courseId: 'c',
    courseTitle: 'Neglect',
    stem: 'knowledge of',
    statement: 'neglect',
    isDemonstration: false,
  } as const;
  return stageRow({ ...about, kind, groups, attended });
}
const fixed = (numbers: readonly (number | null)[]): string[] => numbers.map((number) => Number(number).toFixed(4));

/** Forty who rated three times: 12 good before, 35 right after, 31 at follow-up; 25 became good, of whom 20 still are. */
const FORTY = [
  threeTimes(4, 5, 4, 10),
  threeTimes(4, 2, 4, 1),
  threeTimes(5, 3, 3, 1),
  threeTimes(2, 4, 4, 20),
  threeTimes(3, 4, 3, 5),
  threeTimes(2, 3, 2, 3),
];

describe('what remains at follow-up', () => {
  it('has the shares of those who rated three times, each with its interval', () => {
    const { together } = row(FORTY);
    expect(together.n).toBe(40);
    expect(together.shares.map(({ mode, goodOrBetter, percent }) => [mode, goodOrBetter, percent])).toEqual([
      ['before', 12, 30],
      ['after', 35, 87.5],
      ['follow-up', 31, 77.5],
    ]);
    // Wilson's limits of 12, 35 and 31 of 40, calculated apart from this code.
    expect(together.shares.map(({ ci95 }) => fixed(ci95))).toEqual([
      ['18.0748', '45.4300'],
      ['73.8879', '94.5405'],
      ['62.4969', '87.6839'],
    ]);
  });

  it('says of those who became good how many still are', () => {
    const { remains } = row(FORTY);
    expect(remains).toMatchObject({ became: 25, still: 20, percent: 80 });
    expect(fixed(remains?.ci95 ?? [])).toEqual(['60.8690', '91.1394']);
  });

  it('compares before, and after, with follow-up: each pair of modes by itself', () => {
    const [fromBefore, fromAfter] = row(FORTY).comparisons;
    expect(fromBefore).toMatchObject({ n: 40, from: { mode: 'before' }, to: { mode: 'follow-up' } });
    expect(fromBefore).toMatchObject({ differencePoints: 47.5, mcnemarP: 1.0967254638671875e-5 });
    expect(fixed(fromBefore?.ci95 ?? [])).toEqual(['27.7366', '61.9168']);
    expect(fixed([fromBefore?.wilcoxonP ?? null, fromBefore?.rankBiserial ?? null])).toEqual(['0.0000', '0.9048']);
    expect(fromAfter).toMatchObject({ n: 40, from: { mode: 'after' }, to: { mode: 'follow-up' } });
    expect(fromAfter).toMatchObject({ differencePoints: -10, mcnemarP: 0.125, rankBiserial: -0.8 });
    expect(fixed(fromAfter?.ci95 ?? [])).toEqual(['-23.5585', '3.0308']);
    expect(fromAfter?.wilcoxonP).toBeCloseTo(0.000659942626953125, 12);
  });

  it('gives each comparison its own people', () => {
    const figures = row([...FORTY, threeTimes(2, null, 4, 7), threeTimes(null, 4, 2, 6), threeTimes(null, null, 5, 5)]);
    expect(figures.comparisons.map(({ n }) => n)).toEqual([47, 46]);
    expect(figures.together.n).toBe(40);
    expect(figures.answered).toEqual({ n: 58, goodOrBetter: 43, percent: (100 * 43) / 58 });
  });

  it('says the headline in a sentence', () => {
    expect(row(FORTY).sentence).toBe(
      '40 answered all three times. 12 of 40 (30.0%) rated their own knowledge good or very good before, 35 (87.5%) right after, 31 (77.5%) at follow-up. Of the 25 who became good or very good right after, 20 (80.0%) still were at follow-up.',
    );
    expect(row([threeTimes(null, 4, 4, 6), threeTimes(null, 5, 2, 2)]).sentence).toBe(
      '8 answered right after and at follow-up. 8 of 8 (100.0%) rated their own knowledge good or very good right after, 6 (75.0%) at follow-up.',
    );
    expect(row([threeTimes(null, null, 4, 6)]).sentence).toBeNull();
  });

  it('gives the response rate of people who attended', () => {
    const groups = [threeTimes(2, 4, 4, 9), threeTimes(2, 4, 4, 3, false)];
    expect(row(groups, 'follow-up', 30)).toMatchObject({ attended: 30, responseRate: 30 });
  });
});

describe('before, as remembered after', () => {
  it('is compared with after alone, and has no word on what remains', () => {
    const figures = row([lookingBack(2, 4, 9), lookingBack(4, 4, 3), lookingBack(2, null, 2)], 'retrospective-before');
    expect(figures.comparisons).toHaveLength(1);
    expect(figures.comparisons[0]).toMatchObject({
      n: 12,
      from: { mode: 'retrospective-before', goodOrBetter: 3, percent: 25 },
      to: { mode: 'after', goodOrBetter: 12, percent: 100 },
      differencePoints: 75,
    });
    expect(figures.answered).toEqual({ n: 14, goodOrBetter: 3, percent: (100 * 3) / 14 });
    expect(figures.remains).toBeNull();
    expect(figures.sentence).toBe(
      '12 answered both questions after the training. 3 of 12 (25.0%) rated their own knowledge good or very good before (as remembered after), 12 (100.0%) right after.',
    );
  });

  it('never takes what was said before', () => {
    const mixed: StageGroup[] = [
      { ratings: { before: 5, 'retrospective-before': 2, after: 4 }, people: 6, hasAttended: true },
    ];
    const { comparisons, together } = row(mixed, 'retrospective-before');
    expect(
      together.shares.map(({ mode, goodOrBetter }): [MeasurementMode, number | null] => [mode, goodOrBetter]),
    ).toEqual([
      ['retrospective-before', 0],
      ['after', 6],
    ]);
    expect(comparisons[0]?.from.goodOrBetter).toBe(0);
  });
});

describe('a row with a small group', () => {
  const five = threeTimes(2, 4, 4, 5);
  it.each([
    ['fewer than five at follow-up', [threeTimes(2, 4, 4, 4)]],
    ['fewer than five who also answered before', [threeTimes(null, 4, 4, 6), threeTimes(2, null, 4, 4)]],
    ['fewer than five who also answered after', [threeTimes(2, null, 4, 9), threeTimes(null, 4, 4, 4)]],
    [
      'fewer than five who answered three times',
      [threeTimes(4, 4, 4, 4), threeTimes(2, null, 4, 9), threeTimes(null, 4, 4, 9)],
    ],
    ['fewer than five who became good', [threeTimes(2, 4, 2, 4), threeTimes(4, 4, 4, 9)]],
  ])('shows nothing: %s', (_what, groups) => {
    const numbers = JSON.stringify(row(groups, 'follow-up', 40));
    expect(JSON.parse(numbers)).toMatchObject({ suppressed: true, sentence: null, answered: { n: null } });
    expect(numbers).not.toMatch(/:\s*-?\d|\[\s*-?\d/);
  });

  it('is shown whole from five on, and where nobody became good, or none of them still is', () => {
    expect(row([five])).toMatchObject({ suppressed: false, remains: { became: 5, still: 5, percent: 100 } });
    expect(row([threeTimes(4, 4, 4, 5)])).toMatchObject({ suppressed: false, remains: { became: 0, percent: null } });
    expect(row([threeTimes(2, 4, 4, 2), threeTimes(2, 4, 2, 3)])).toMatchObject({ remains: { became: 5, still: 2 } });
    expect(row([threeTimes(2, 4, 2, 5)])).toMatchObject({ suppressed: false, remains: { still: 0, percent: 0 } });
  });

  it('shows nothing of four who looked back', () => {
    expect(row([lookingBack(2, 4, 4)], 'retrospective-before')).toMatchObject({ suppressed: true, remains: null });
    expect(row([lookingBack(2, 4, 4), lookingBack(2, null, 9)], 'retrospective-before').suppressed).toBe(true);
  });
});
