import { describe, expect, it } from '@jest/globals';
import { Fields } from '../frame/fields';
import { NOW, aCompletion, aCourse, aModule } from '../frame/views.builder';
import { attemptPage } from './attempt.presenter';
import { latestOf } from './completion-words';
import { modulePage, readAttempt } from './module.presenter';

const module = aModule();
const reader = { isSignedIn: true, completion: null, courses: [aCourse(), aCourse({ prerequisites: [] })], now: NOW };

describe('a module', () => {
  it('can be read by anybody, and asks a visitor to sign in for the check', () => {
    const page = modulePage(module, { ...reader, isSignedIn: false });
    expect(page.signInHref).toBe('/sign-in?returnTo=%2Flearning%2Fmanaging-allegations-and-concerns');
    expect(modulePage(module, reader).signInHref).toBeNull();
  });

  it('leads to the courses that ask for it', () => {
    expect(modulePage(module, reader).opens).toEqual([
      { title: 'Managing Allegations Workshop', href: '/c/managing-allegations' },
    ]);
  });

  it('says how many answers must be right', () => {
    expect(modulePage(module, reader).passMark).toContain('Answer 2 or more correctly');
    expect(modulePage({ ...module, questions: [] }, reader).passMark).toBeNull();
  });

  it('takes the latest completion as the one that counts', () => {
    const older = aCompletion({
      id: 'older',
      completedAt: '2021-04-03T10:00:00.000Z',
      expiresAt: '2024-04-03T10:00:00.000Z',
    });
    expect(latestOf([older, aCompletion()], 'module-1')?.id).toBe('completion-1');
    expect(modulePage(module, { ...reader, completion: older }).done).toEqual({
      words:
        'You completed this on Saturday 3 April 2021. It was valid until Wednesday 3 April 2024: complete it again.',
      isValid: false,
    });
  });
});

describe('a knowledge check', () => {
  it('needs an answer to every question, out of its own', () => {
    expect(
      readAttempt(module, Fields.ofForm({ 'question-first': 'b', 'question-second': 'z' })).errors?.summary,
    ).toEqual([{ href: '#question-second', text: 'Choose an answer to question 2' }]);
    expect(readAttempt(module, Fields.ofForm({ 'question-first': 'b', 'question-second': 'a' }))).toEqual({
      answers: { first: 'b', second: 'a' },
      errors: null,
    });
  });

  it('explains what was wrong without giving the right answer away', () => {
    const attempt = {
      id: 'attempt-1',
      moduleId: 'module-1',
      scorePercent: 50,
      passed: false,
      completionId: null,
      wrongQuestionIds: ['second'],
    };
    const page = attemptPage(
      module,
      attempt,
      { first: 'b', second: 'a' },
      new Map([['second', 'Because.']]),
      reader.courses,
    );
    expect(page).toMatchObject({ hasPassed: false, score: '1 of 2 answers was right.', opens: [] });
    expect(page.again).toBe('/learning/managing-allegations-and-concerns?again=yes#knowledge-check');
    expect(page.wrong).toEqual([
      { number: 2, wording: module.questions[1]?.wording, given: 'Ask the adult about it', explanation: 'Because.' },
    ]);
  });
});
