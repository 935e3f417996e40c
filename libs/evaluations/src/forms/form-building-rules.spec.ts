import { describe, expect, it } from '@jest/globals';
import type { QuestionWords, WantedFormQuestion } from '@roundtable/contracts';
import { formErrors, publishingError, wordsErrors, wordsKey } from './form-building-rules';

const words = (facts: Partial<QuestionWords>): QuestionWords => ({ kind: 'text', wording: 'What helped?', ...facts });
const place = (facts: Partial<WantedFormQuestion>): WantedFormQuestion => ({
  stages: ['after'],
  isRequired: false,
  ...facts,
});

describe('a form being built', () => {
  it.each([
    [{ wording: ' ' }, { wording: 'Enter the question' }],
    [{ kind: 'single', options: ['Yes'] }, { options: 'Give at least two answers to choose from' }],
    [{ kind: 'several', options: ['A', ' A '] }, { options: 'Two of the answers are the same' }],
    [{ kind: 'scale' }, { minimum: 'Say where the scale starts and ends' }],
    [{ kind: 'scale', minimum: 0, maximum: 100 }, { maximum: 'A scale has 11 steps or fewer' }],
    [{ kind: 'number', minimum: 5, maximum: 5 }, { maximum: 'The largest number must be above the smallest' }],
    [{ kind: 'number' }, {}],
    [{ kind: 'yes-no', options: ['left over'] }, {}],
  ] as [Partial<QuestionWords>, Record<string, string>][])('checks %j', (facts, errors) => {
    expect(wordsErrors(words(facts))).toEqual(errors);
  });

  it('names the question and the field that is wrong', () => {
    expect(
      formErrors({
        questions: [
          place({ own: words({}), stages: ['retrospective-before'] }),
          place({ statementId: 'a', standingId: 'b' }),
          place({ own: words({ wording: 'What helped? ' }), stages: [] }),
        ],
      }),
    ).toEqual({
      'questions.0.stages': 'Only a rating can be asked about before, after the training',
      'questions.1.statementId': 'Give an outcome statement, a standing question, or a question of this course',
      'questions.2.stages': 'Say when it is asked',
      'questions.2.statementId': 'This question is on the form twice',
    });
  });

  it('asks a line manager written questions, and no rating', () => {
    expect(
      formErrors({
        questions: [
          place({ statementId: 'a', stages: ['after', 'line-manager'] }),
          place({ standingId: 'b', stages: ['line-manager'] }),
          place({ own: words({}), stages: ['follow-up', 'line-manager'] }),
        ],
      }),
    ).toEqual({
      'questions.0.stages': 'Delegates rate themselves: ask a line manager a question of another kind',
    });
  });

  it('is the same question under the same words, and another under others', () => {
    expect(wordsKey(words({ wording: ' What helped? ', options: [] }))).toBe(wordsKey(words({})));
    expect(wordsKey(words({ wording: 'What helped you?' }))).not.toBe(wordsKey(words({})));
  });

  it('is published with something to ask before and after', () => {
    expect(publishingError([place({ stages: ['before', 'after'] })])).toBeNull();
    expect(publishingError([place({ stages: ['before'] })])).toContain('after the training');
    expect(publishingError([place({ stages: ['after', 'follow-up'] })])).toContain('before the training');
  });
});
