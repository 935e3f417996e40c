import { describe, expect, it } from '@jest/globals';
import type { QuestionKind } from '@roundtable/contracts';
import { Problem } from '@roundtable/platform';
import { type FormItem, NO_BOUNDS, askedAt } from '../forms/form-rules';
import { checkedAnswers } from './answer-rules';

const item = (id: string, kind: QuestionKind, facts: Partial<FormItem> = {}): FormItem => ({
  ...NO_BOUNDS,
  id,
  kind,
  stem: null,
  wording: `${id}?`,
  stages: ['after'],
  isRequired: false,
  help: null,
  ...facts,
});

const FORM = askedAt('after', [
  item('rating', 'rating', { isRequired: true, stages: ['before', 'after', 'retrospective-before'] }),
  item('one', 'single', { options: ['Red', 'Blue'] }),
  item('some', 'several', { options: ['Red', 'Blue', 'Green'] }),
  item('aware', 'yes-no', { isRequired: true }),
  item('years', 'number', { minimum: 0, maximum: 60 }),
  item('scale', 'scale', { minimum: 0, maximum: 10 }),
  item('words', 'text'),
]);
const RIGHT = [
  { questionId: 'rating', value: 4 },
  { questionId: 'retrospective-before-rating', value: 2 },
  { questionId: 'aware', value: 'no' },
];

function errorsOf(answers: { questionId: string; value: unknown }[]): Record<string, string> {
  try {
    checkedAnswers(FORM, answers);
  } catch (error) {
    if (error instanceof Problem) return error.more.errors ?? {};
    throw error;
  }
  return {};
}
const errorOf = (questionId: string, value: unknown): string | undefined =>
  errorsOf([...RIGHT.filter((one) => one.questionId !== questionId), { questionId, value }])[`answers.${questionId}`];

describe('answers', () => {
  it('are kept by kind: ratings with their mode, options by their place, words apart', () => {
    const checked = checkedAnswers(FORM, [
      ...RIGHT,
      { questionId: 'one', value: 'Blue' },
      { questionId: 'some', value: ['Green', 'Red', 'Green'] },
      { questionId: 'years', value: 12 },
      { questionId: 'scale', value: 0 },
      { questionId: 'words', value: '  More time to talk.  ' },
    ]);
    expect(checked).toEqual({
      ratings: [
        { mode: 'after', statementId: 'rating', value: 4 },
        { mode: 'retrospective-before', statementId: 'rating', value: 2 },
      ],
      scores: [
        { questionId: 'aware', value: 0 },
        { questionId: 'one', value: 1 },
        { questionId: 'some', value: 2 },
        { questionId: 'some', value: 0 },
        { questionId: 'years', value: 12 },
        { questionId: 'scale', value: 0 },
      ],
      texts: [{ questionId: 'words', text: 'More time to talk.' }],
    });
  });

  it('may be left out where the question is not required, and nothing typed is left out', () => {
    expect(checkedAnswers(FORM, [...RIGHT, { questionId: 'words', value: '  ' }]).texts).toEqual([]);
    expect(errorsOf([{ questionId: 'aware', value: '' }])).toEqual({
      'answers.rating': 'Choose a rating for: rating?',
      'answers.retrospective-before-rating': 'Choose a rating for: rating?',
      'answers.aware': 'Choose an answer to: aware?',
    });
  });

  it.each([
    ['rating', 6, 'Choose a rating from 1 (very poor) to 5 (very good)'],
    ['rating', '4', 'Choose a rating from 1 (very poor) to 5 (very good)'],
    ['one', 'Green', 'Choose one of the answers'],
    ['some', ['Red', 'Black'], 'Choose from the answers that are there'],
    ['aware', true, 'Choose yes or no'],
    ['years', 1.5, 'Enter a whole number'],
    ['years', -1, 'Enter a number from 0 to 60'],
    ['scale', 11, 'Choose a number from 0 to 10'],
    ['words', 7, 'Enter your answer as text'],
    ['words', 'x'.repeat(2001), 'The answer must be 2000 characters or fewer'],
    ['other', 1, 'This question is not on this form'],
  ])('to %s are refused at the field when they are %j', (questionId, value, error) => {
    expect(errorOf(questionId, value)).toBe(error);
  });

  it('come once for each question', () => {
    expect(errorsOf([...RIGHT, { questionId: 'aware', value: 'yes' }])).toEqual({
      'answers.aware': 'Answer this question once',
    });
  });
});

describe('a form', () => {
  it('asks a statement about before only after the training, right behind it', () => {
    const statement = item('s', 'rating', { stages: ['before', 'after', 'retrospective-before'] });
    const ask = (stage: 'before' | 'after' | 'follow-up') =>
      askedAt(stage, [statement, item('w', 'text')]).map(({ key, mode }) => [key, mode]);
    expect(ask('before')).toEqual([['s', 'before']]);
    expect(ask('after')).toEqual([
      ['s', 'after'],
      ['retrospective-before-s', 'retrospective-before'],
      ['w', 'after'],
    ]);
    expect(ask('follow-up')).toEqual([]);
  });
});
