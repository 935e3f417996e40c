import { describe, expect, it } from '@jest/globals';
import { type AnsweredQuestion, groupShare, questionFigures } from './question-figure-rules';

const aQuestion = (more: Partial<AnsweredQuestion>): AnsweredQuestion => ({
  kind: 'yes-no',
  options: [],
  minimum: null,
  maximum: null,
  n: more.counts?.reduce((sum, { people }) => sum + people, 0) ?? 0,
  counts: [],
  ...more,
});
const counted = (...people: number[]) => people.map((some, value) => ({ value, people: some }));

describe('a question with yes or no', () => {
  it('tells how many said yes, with the interval of Wilson', () => {
    // 30 of 89, as in the published example of the paired table.
    const { n, yes, suppressed } = questionFigures(aQuestion({ counts: counted(59, 30) }));
    expect([n, yes?.count, suppressed]).toEqual([89, 30, false]);
    expect(yes?.percent).toBeCloseTo(33.70786517, 8);
    expect(yes?.ci95[0]).toBeCloseTo(24.7428, 4);
    expect(yes?.ci95[1]).toBeCloseTo(44.0211, 4);
  });

  it('is shown whole from five, also where all of them say the same, and not at all below', () => {
    expect(questionFigures(aQuestion({ counts: counted(0, 5) }))).toMatchObject({ n: 5, yes: { count: 5 } });
    expect(questionFigures(aQuestion({ counts: counted(1, 3) }))).toEqual({
      n: null,
      yes: { count: null, percent: null, ci95: [null, null] },
      mean: null,
      median: null,
      answers: [],
      answersSuppressed: false,
      suppressed: true,
    });
  });
});

describe('a list', () => {
  const list = (kind: 'single' | 'several', people: number[], n?: number) =>
    questionFigures(
      aQuestion({ kind, options: ['A', 'B', 'C'], counts: counted(...people), ...(n === undefined ? {} : { n }) }),
    );

  it('tells how many chose each of three from ten on, and below ten only how many answered', () => {
    const ten = list('single', [6, 4, 0]);
    expect(ten.answers.map(({ answer, count, percent }) => [answer, count, percent])).toEqual([
      ['A', 6, 60],
      ['B', 4, 40],
      ['C', 0, 0],
    ]);
    expect(ten.answersSuppressed).toBe(false);
    const nine = list('single', [5, 4, 0]);
    expect([nine.n, nine.answersSuppressed, nine.suppressed]).toEqual([9, true, false]);
    expect(nine.answers.flatMap(({ count, percent, ci95 }) => [count, percent, ...ci95])).toEqual(Array(12).fill(null));
  });

  it('tells two answers apart from five on', () => {
    const two = questionFigures(aQuestion({ kind: 'single', options: ['A', 'B'], counts: counted(2, 3) }));
    expect(two.answers.map(({ count }) => count)).toEqual([2, 3]);
  });

  it('gives shares of people where several can be chosen, so that they add up to more than all', () => {
    const several = list('several', [8, 7, 2], 10);
    expect(several.n).toBe(10);
    expect(several.answers.map(({ percent }) => percent)).toEqual([80, 70, 20]);
  });

  it('counts people, not choices, when it decides whether the group is small', () => {
    expect(list('several', [4, 4, 4], 4).suppressed).toBe(true);
    expect(list('several', [9, 9, 9], 9).answersSuppressed).toBe(true);
  });
});

describe('a number and a scale', () => {
  it('have a mean and a median, also between two', () => {
    const years = [
      { value: 20, people: 1 },
      { value: 2, people: 3 },
      { value: 7, people: 2 },
    ];
    const number = questionFigures(aQuestion({ kind: 'number', counts: years }));
    // 2, 2, 2, 7, 7, 20: 40 of 6, and between the third and the fourth.
    expect(number.mean).toBeCloseTo(6.6666667, 6);
    expect([number.median, number.answers]).toEqual([4.5, []]);
    expect(questionFigures(aQuestion({ kind: 'number', counts: [...years, { value: 3, people: 1 }] })).median).toBe(3);
  });

  it('show the steps of a scale from ten on, those that nobody chose too, and never the ends of a number', () => {
    const scale = { kind: 'scale', minimum: 0, maximum: 3 } as const;
    const ten = questionFigures(aQuestion({ ...scale, counts: counted(1, 0, 4, 5) }));
    expect(ten.answers.map(({ answer, count }) => `${answer}: ${count}`)).toEqual(['0: 1', '1: 0', '2: 4', '3: 5']);
    expect([ten.mean, ten.median]).toEqual([2.3, 2.5]);
    const nine = questionFigures(aQuestion({ ...scale, counts: counted(0, 0, 4, 5) }));
    expect([nine.mean === null, nine.answersSuppressed]).toEqual([false, true]);
    const four = questionFigures(aQuestion({ ...scale, counts: counted(0, 0, 4, 0) }));
    expect([four.mean, four.median, four.n]).toEqual([null, null, null]);
  });
});

describe('a share of its own', () => {
  it('is shown of nobody and of five, and kept back of one to four', () => {
    expect(groupShare(0, 0)).toEqual({ n: 0, count: 0, percent: null, ci95: [null, null], suppressed: false });
    expect(groupShare(1, 4)).toEqual({ n: null, count: null, percent: null, ci95: [null, null], suppressed: true });
    expect(groupShare(1, 5)).toMatchObject({ n: 5, count: 1, percent: 20, suppressed: false });
  });
});
