import { describe, expect, it } from '@jest/globals';
import { codeFrom, freeCode, freeSlug, searchKeyOf, slugFrom } from './course-names';

describe('the names of a course', () => {
  it.each([
    ['Working Together to Safeguard Children', 'WTSC'],
    ['Neglect', 'NEG'],
    ['Éducation: the basics', 'EB'],
    ['The', 'THE'],
    ['***', 'C'],
  ])("make a code of the initials: '%s' is %s", (title, code) => expect(codeFrom(title)).toBe(code));

  it.each([
    ['Managing Allegations Workshop', 'managing-allegations-workshop'],
    ["Childminders' network — spring", 'childminders-network-spring'],
    ['***', 'course'],
  ])("make an address of the title: '%s' is %s", (title, slug) => expect(slugFrom(title)).toBe(slug));

  it('get the lowest number that makes them new, whatever the case', () => {
    expect(freeCode('MA', new Set(['ma', 'ma2']))).toBe('MA3');
    expect(freeSlug('neglect', new Set(['neglect']))).toBe('neglect-2');
    expect(freeCode('x'.repeat(30), new Set(['x'.repeat(30)]))).toBe(`${'x'.repeat(29)}2`);
  });

  it('are searched without case and accents, within the length of the column', () => {
    const key = searchKeyOf({ code: 'FM', title: 'Forced Márriage', audience: 'x'.repeat(900) }, [
      'Marriage',
      'Honour',
    ]);
    expect(key.startsWith('fm forced marriage marriage honour xx')).toBe(true);
    expect(key).toHaveLength(600);
  });
});
