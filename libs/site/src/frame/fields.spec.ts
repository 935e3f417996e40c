import { describe, expect, it } from '@jest/globals';
import { Problem } from '@roundtable/platform';
import { Fields } from './fields';

function refusal(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}

describe('a form', () => {
  it('reads text without the space around it, and passwords exactly', () => {
    const form = Fields.ofForm({ name: '  Ann \r\nBell ', password: ' a b ' });
    expect(form.text('name')).toBe('Ann \nBell');
    expect(form.exactly('password')).toBe(' a b ');
    expect(form.text('missing')).toBe('');
    expect(form.has('missing')).toBe(false);
  });

  it('takes only a choice that was offered', () => {
    const form = Fields.ofForm({ step: 'check', other: '__proto__' });
    expect(form.oneOf('step', ['check', 'confirm'])).toBe('check');
    expect(form.oneOf('other', ['check', 'confirm'])).toBeNull();
  });

  it('leaves alone what nobody asks for', () => {
    expect(Fields.ofForm({ surprise: 'yes', constructor: 'x' }).text('step')).toBe('');
    expect(Fields.ofForm(undefined).text('step')).toBe('');
    expect(Fields.ofForm(null).text('toString')).toBe('');
  });

  it('refuses a field that came twice, is no text or is too long, naming it', () => {
    for (const value of [['a', 'b'], 5, { a: 'b' }, null, 'x'.repeat(5001)]) {
      const problem = refusal(() => Fields.ofForm({ reason: value }));
      expect(problem.status).toBe(422);
      expect(Object.keys(problem.more.errors ?? {})).toEqual(['reason']);
    }
  });
});

describe('the parameters of an address', () => {
  it('count once, the first, and are never refused', () => {
    const query = Fields.ofQuery({ q: ['neglect', 'other'], topic: 'a', odd: { a: 'b' } });
    expect(query.text('q')).toBe('neglect');
    expect(query.text('topic')).toBe('a');
    expect(query.text('odd')).toBe('');
  });
});
