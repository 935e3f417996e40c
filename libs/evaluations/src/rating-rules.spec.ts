import { describe, expect, it } from '@jest/globals';
import { Problem } from '@roundtable/platform';
import { checkedRatings } from './rating-rules';

const form = [
  { id: 'a', wording: 'neglect' },
  { id: 'b', wording: 'talking with parents' },
];

function refused(answers: { questionId: string; value: unknown }[]): Problem {
  try {
    checkedRatings(form, answers);
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('These answers were taken.');
}

describe('checkedRatings', () => {
  it('takes a rating from 1 to 5 for every question', () => {
    const ratings = checkedRatings(form, [
      { questionId: 'a', value: 1 },
      { questionId: 'b', value: 5 },
    ]);
    expect([...ratings]).toEqual([
      ['a', 1],
      ['b', 5],
    ]);
  });

  it.each([0, 6, 3.5, -1, Number.NaN, '4', true, null, [4]])('refuses %p as a rating, at its question', (value) => {
    const problem = refused([
      { questionId: 'a', value },
      { questionId: 'b', value: 3 },
    ]);
    expect(problem.status).toBe(422);
    expect(Object.keys(problem.more.errors ?? {})).toEqual(['answers.a']);
  });

  it('names every question that is missing', () => {
    expect(Object.keys(refused([]).more.errors ?? {})).toEqual(['answers.a', 'answers.b']);
  });

  it('refuses a question of another form and a question answered twice', () => {
    const problem = refused([
      { questionId: 'a', value: 3 },
      { questionId: 'b', value: 3 },
      { questionId: 'b', value: 4 },
      { questionId: 'c', value: 4 },
    ]);
    expect(problem.more.errors).toEqual({
      'answers.b': 'Answer this question once',
      'answers.c': 'This question is not on this form',
    });
  });
});
