import { describe, expect, it } from '@jest/globals';
import { dueInWords } from './due';

const dueAt = '2026-07-10T22:30:00Z';

describe('when a request is due', () => {
  it('counts London days, across the clock change', () => {
    expect(dueInWords(dueAt, new Date('2026-07-08T23:30:00Z'))).toEqual({ words: 'in 1 day', isOverdue: false });
    expect(dueInWords('2026-10-26T09:00:00Z', new Date('2026-10-24T22:00:00Z')).words).toBe('in 2 days');
  });

  it('says today until the moment itself, and overdue after it', () => {
    expect(dueInWords(dueAt, new Date('2026-07-10T20:00:00Z'))).toEqual({ words: 'today', isOverdue: false });
    expect(dueInWords(dueAt, new Date('2026-07-10T22:45:00Z'))).toEqual({
      words: 'overdue since today',
      isOverdue: true,
    });
    expect(dueInWords(dueAt, new Date('2026-07-13T09:00:00Z')).words).toBe('overdue by 3 days');
  });
});
