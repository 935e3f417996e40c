import { describe, expect, it } from '@jest/globals';
import { type RatingGroup, isShown, knowledgeGainRow } from './knowledge-gain-rules';

function group(before: number | null, after: number | null, people: number, hasAttended = true): RatingGroup {
  return { before, after, people, hasAttended };
}

function row(groups: RatingGroup[], attended = 0) {
  const about = {
    courseId: 'c',
    courseTitle: 'Neglect',
    stem: 'knowledge of',
    statement: 'neglect',
    isDemonstration: false,
  } as const;
  return knowledgeGainRow({ ...about, groups, attended });
}

describe('isShown', () => {
  it.each([
    [{ before: 5, after: 5, paired: 5 }, true],
    [{ before: 4, after: 4, paired: 4 }, false],
    [{ before: 5, after: 0, paired: 0 }, true],
    [{ before: 0, after: 5, paired: 0 }, true],
    [{ before: 20, after: 4, paired: 4 }, false],
    [{ before: 20, after: 18, paired: 4 }, false],
    [{ before: 20, after: 18, paired: 0 }, true],
    [{ before: 0, after: 0, paired: 0 }, false],
  ])('for %j is %p', (counts, expected) => {
    expect(isShown(counts)).toBe(expected);
  });
});

describe('knowledgeGainRow', () => {
  it('counts pairs and plain answers apart', () => {
    const figures = row([group(3, 4, 5), group(4, 5, 5), group(2, null, 2), group(null, 4, 3)]);
    expect(figures.before).toEqual({ n: 12, goodOrBetter: 5, percent: (100 * 5) / 12 });
    expect(figures.after).toEqual({ n: 13, goodOrBetter: 13, percent: 100 });
    expect(figures.paired).toMatchObject({ n: 10, beforePercent: 50, afterPercent: 100, differencePoints: 50 });
    expect(figures.suppressed).toBe(false);
  });

  it('empties every number of a small group', () => {
    const numbers = JSON.stringify(row([group(3, 4, 4)], 4));
    expect(JSON.parse(numbers)).toMatchObject({
      suppressed: true,
      before: { n: null, goodOrBetter: null, percent: null },
    });
    expect(numbers).not.toMatch(/:\s*-?\d|\[\s*-?\d/);
  });

  it('shows befores alone, without pairs', () => {
    const figures = row([group(3, null, 8)]);
    expect(figures.after).toEqual({ n: 0, goodOrBetter: 0, percent: null });
    expect(figures.paired).toMatchObject({ n: 0, differencePoints: null, ci95: [null, null] });
  });

  it('gives response rates in per cent of those who attended', () => {
    const figures = row([group(3, 4, 6), group(3, null, 2), group(3, 4, 1, false)], 10);
    expect(figures.responseRate).toEqual({ before: 80, after: 60 });
  });

  it('gives each share of the pairs its own interval', () => {
    const { paired } = row([group(2, 4, 54), group(4, 4, 29), group(4, 2, 1), group(2, 2, 5)]);
    const fixed = (limits: (number | null)[]) => limits.map((limit) => Number(limit).toFixed(4));
    expect(fixed(paired.beforeCi95)).toEqual(['24.7428', '44.0211']);
    expect(fixed(paired.afterCi95)).toEqual(['86.0632', '96.8739']);
    expect(row([group(3, null, 8)]).paired.beforeCi95).toEqual([null, null]);
  });

  it('gives all befores beside all afters as two groups', () => {
    const figures = row([group(2, null, 14), group(4, null, 6), group(null, 2, 3), group(null, 5, 13)]);
    expect(figures.unpaired.differencePoints).toBeCloseTo(51.25, 10);
    expect(figures.unpaired.ci95[0]).toBeCloseTo(18.57, 4);
    expect(figures.unpaired.ci95[1]).toBeCloseTo(70.9121, 4);
  });

  it('gives the range that those leave open who did not answer', () => {
    const [low, high] = row([group(2, 4, 53), group(4, 4, 30), group(4, 2, 6)], 120).bounds.after;
    expect([low, high].map((value) => Number(value).toFixed(4))).toEqual(['69.1667', '95.0000']);
  });

  it('says the headline in a sentence', () => {
    expect(row([group(2, 4, 54), group(4, 4, 29), group(4, 2, 1), group(2, 2, 5)], 120).sentence).toBe(
      '120 attended; 89 answered both times. 30 of 89 (33.7%) rated their own knowledge good or very good before, 83 (93.3%) after.',
    );
    expect(row([group(3, null, 8)]).sentence).toBeNull();
  });

  it('says how many gave each rating from ten people on', () => {
    expect(row([group(1, 4, 6), group(5, null, 4)]).distribution).toEqual({ before: [6, 0, 0, 0, 4], after: null });
  });

  it('gives no response rate where nobody is known to have attended', () => {
    expect(row([group(3, 4, 6, false)]).responseRate).toEqual({ before: null, after: null });
  });
});
