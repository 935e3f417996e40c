import { describe, expect, it } from '@jest/globals';
import { answerErrors, grade } from './attempt-rules';
import type { CheckQuestion } from './module.entity';

const question = (id: string): CheckQuestion => ({
  id,
  wording: `Question ${id}`,
  options: ['a', 'b', 'c'].map((option) => ({ id: option, wording: option })),
  rightOptionId: 'a',
  explanation: '',
});
const questions = ['q1', 'q2', 'q3', 'q4', 'q5'].map(question);
const answers = (...given: string[]): Record<string, string> =>
  Object.fromEntries(given.map((option, index) => [`q${index + 1}`, option]));

describe('answers to a knowledge check', () => {
  it('are complete when every question has one of its own options', () => {
    expect(answerErrors(questions, answers('a', 'b', 'c', 'a', 'b'))).toEqual({});
  });

  it('are refused at each question without an answer', () => {
    expect(answerErrors(questions, answers('a', 'b', 'c', ''))).toEqual({
      'answers.q4': 'Answer this question',
      'answers.q5': 'Answer this question',
    });
  });

  it('are refused where the question or the option is unknown, or the answer is no text', () => {
    expect(answerErrors(questions.slice(0, 2), { q1: 'z', q2: 1, q9: 'a' })).toEqual({
      'answers.q1': 'Choose one of the answers to this question',
      'answers.q2': 'Choose one of the answers to this question',
      'answers.q9': 'There is no such question',
    });
  });

  it('never come from what every object has', () => {
    expect(answerErrors([question('constructor')], {})).toEqual({ 'answers.constructor': 'Answer this question' });
  });
});

describe('grading', () => {
  it('passes at the pass mark, and names what was wrong', () => {
    expect(grade(questions, 80, answers('a', 'a', 'b', 'a', 'a'))).toEqual({
      scorePercent: 80,
      hasPassed: true,
      wrongQuestionIds: ['q3'],
    });
  });

  it('fails below it', () => {
    expect(grade(questions, 80, answers('a', 'b', 'b', 'a', 'a'))).toMatchObject({
      scorePercent: 60,
      hasPassed: false,
    });
  });

  it('compares the count with the mark, never the rounded score', () => {
    const two = questions.slice(0, 3);
    expect(grade(two, 67, answers('a', 'a', 'b'))).toMatchObject({ scorePercent: 67, hasPassed: false });
  });

  it('passes without a pass mark, and has no score where nothing was asked', () => {
    expect(grade(questions, null, answers('b', 'b', 'b', 'b', 'b'))).toMatchObject({
      scorePercent: 0,
      hasPassed: true,
    });
    expect(grade([], null, {})).toEqual({ scorePercent: null, hasPassed: true, wrongQuestionIds: [] });
  });
});
