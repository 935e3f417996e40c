import { describe, expect, it } from '@jest/globals';
import type { QuestionView } from '@roundtable/contracts';
import { afterChoosing, choicesOf, sentAnswers } from './typed-answers';

const question = (facts: Partial<QuestionView>): QuestionView => ({
  id: 'q',
  kind: 'rating',
  stem: null,
  wording: 'q',
  required: true,
  ...facts,
});

describe('answers typed in from paper', () => {
  it('are chosen by the digits that stand on paper', () => {
    expect(choicesOf(question({})).map(({ digit, value }) => [digit, value])).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 3],
      ['4', 4],
      ['5', 5],
    ]);
    expect(choicesOf(question({ kind: 'yes-no' })).map(({ digit, value }) => [digit, value])).toEqual([
      ['1', 'yes'],
      ['2', 'no'],
    ]);
    expect(choicesOf(question({ kind: 'scale', minimum: 0, maximum: 10 }))).toEqual([]);
  });

  it('put several in and take them out again', () => {
    const several = question({ kind: 'several', options: ['A', 'B'] });
    const both = afterChoosing(several, afterChoosing(several, undefined, 'A'), 'B');
    expect([both, afterChoosing(several, both, 'A')]).toEqual([['A', 'B'], ['B']]);
  });

  it('are sent as numbers where they are numbers, and left out where nothing was typed', () => {
    const questions = [
      question({ id: 'n', kind: 'number' }),
      question({ id: 't', kind: 'text' }),
      question({ id: 'r' }),
    ];
    expect(sentAnswers(questions, { n: '12', t: '', r: 4 })).toEqual([
      { questionId: 'n', value: 12 },
      { questionId: 'r', value: 4 },
    ]);
  });
});
