import { describe, expect, it } from '@jest/globals';
import { type LinkedQuestion, followError } from './follow-rules';

const aQuestion = (id: string, more: Partial<LinkedQuestion> = {}): LinkedQuestion => ({
  id,
  kind: 'yes-no',
  followsId: null,
  ...more,
});

describe('a standing question that follows another', () => {
  const aware = aQuestion('aware');
  const used = aQuestion('used', { followsId: 'aware' });
  const again = aQuestion('again', { followsId: 'used' });
  const all = [aware, used, again, aQuestion('years', { kind: 'number' })];

  it('may follow any other that is answered with yes or no', () => {
    expect(followError(aQuestion('new'), 'aware', all)).toBeNull();
    expect(followError(used, 'aware', all)).toBeNull();
    expect(followError(again, 'aware', all)).toBeNull();
  });

  it('is answered with yes or no, as the one that it follows', () => {
    expect(followError(aQuestion('years', { kind: 'number' }), 'aware', all)).toContain('Only a yes-or-no');
    expect(followError(used, 'years', all)).toBe('Choose a yes-or-no question');
    expect(followError(used, 'elsewhere', all)).toBe('There is no such standing question');
  });

  it('never comes after itself', () => {
    expect(followError(aware, 'aware', all)).toBe('A question cannot follow itself');
    expect(followError(aware, 'used', all)).toBe('That question follows this one already');
    expect(followError(aware, 'again', all)).toBe('That question follows this one already');
  });
});
