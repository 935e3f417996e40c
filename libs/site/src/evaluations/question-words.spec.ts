import { describe, expect, it } from '@jest/globals';
import { insideSentence, questionInWords } from '@roundtable/contracts';

describe('a question in words', () => {
  it('begins with a small letter inside a sentence, unless it begins with capitals', () => {
    expect(insideSentence('How to respond')).toBe('how to respond');
    expect(insideSentence('DSL duties')).toBe('DSL duties');
  });

  it('puts the stem before what is rated, and leaves other questions as they are', () => {
    const rated = { stem: 'knowledge of', wording: 'What counts as neglect' };
    expect(questionInWords(rated)).toBe('Your knowledge of what counts as neglect');
    expect(questionInWords({ ...rated, mode: 'retrospective-before' })).toBe(
      'Before the course I would have said: my knowledge of what counts as neglect',
    );
    expect(questionInWords({ stem: null, wording: 'What helped you?' })).toBe('What helped you?');
  });
});
