import { describe, expect, it } from '@jest/globals';
import { wouldRequireItself } from './prerequisite-rules';

const order = (courseId: string, requiredCourseId: string) => ({ courseId, requiredCourseId });

describe('the order of courses', () => {
  it('never leads back to a course, directly or by another', () => {
    expect(wouldRequireItself('a', ['a'], [])).toBe(true);
    expect(wouldRequireItself('a', ['b'], [order('b', 'c'), order('c', 'a')])).toBe(true);
  });

  it('may meet the same course twice', () => {
    expect(wouldRequireItself('a', ['b', 'c'], [order('b', 'd'), order('c', 'd')])).toBe(false);
  });

  it('ends where others go round in a circle', () => {
    expect(wouldRequireItself('a', ['b'], [order('b', 'c'), order('c', 'b')])).toBe(false);
  });
});
