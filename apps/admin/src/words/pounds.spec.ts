import { describe, expect, it } from '@jest/globals';
import { penceFrom, poundsFrom } from './pounds';

describe('pounds that are typed', () => {
  it.each([
    ['30', 3000],
    ['£12.50', 1250],
    ['0.5', 50],
    [' 0 ', 0],
  ])('%s is %i pence', (typed, pence) => {
    expect(penceFrom(typed)).toBe(pence);
  });

  it.each(['', 'free', '12.505', '-3', '1,000'])('%p is none', (typed) => {
    expect(penceFrom(typed)).toBeNull();
  });

  it('are shown as they are typed', () => {
    expect([poundsFrom(3000), poundsFrom(1250)]).toEqual(['30', '12.50']);
  });
});
