import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { traceOf } from './trace-of';

describe('what the log keeps of an error', () => {
  it('is all of a bug', () => {
    expect(traceOf(new TypeError('x is not a function'))).toMatch(/^TypeError: x is not a function\n\s+at /);
  });

  it('is the code and the places of an error of the database, never the value that it names', () => {
    const cause = Object.assign(new Error("Duplicate entry 'priya@school.example' for key"), { code: 'ER_DUP_ENTRY' });
    const trace = traceOf(new QueryFailedError('INSERT …', ['priya@school.example'], cause));
    expect(trace).toMatch(/^QueryFailedError ER_DUP_ENTRY\n\s+at /);
    expect(trace).not.toContain('priya');
  });

  it('is the text of what is no error', () => {
    expect(traceOf('gone')).toBe('gone');
  });
});
