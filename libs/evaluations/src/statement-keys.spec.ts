import { describe, expect, it } from '@jest/globals';
import { statementKeys } from './statement-keys';

describe('what answers are grouped by', () => {
  it('is a number on MariaDB, which leads back to the statement', () => {
    const keys = statementKeys('mysql', ['one', 'two']);
    expect(keys.expression).toBe('CRC32(answer.statementId)');
    // CRC-32 of 'one' as MariaDB gives it: SELECT CRC32('one').
    expect(keys.idOf('2053932785')).toBe('one');
    expect(keys.idOf(1)).toBeNull();
  });

  it('is the id where two statements have the same number, and on SQLite', () => {
    expect(statementKeys('mysql', ['plumless', 'buckeroo'])).toMatchObject({ expression: 'answer.statementId' });
    expect(statementKeys('sqlite', ['one']).idOf('one')).toBe('one');
  });
});
