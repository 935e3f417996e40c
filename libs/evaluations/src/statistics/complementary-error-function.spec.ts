import { describe, expect, it } from '@jest/globals';
import { erfc } from './complementary-error-function';

describe('erfc', () => {
  it.each([
    [0, 1],
    [1e-10, 0.999999999887162],
    [0.25, 0.7236736098317631],
    [0.5, 0.4795001221869535],
    [0.9999999, 0.157299248561039],
    [1, 0.15729920705028513],
    [1.5, 0.03389485352468927],
    [2, 0.004677734981047266],
    [3, 2.209049699858544e-5],
    [5, 1.537459794428035e-12],
    [10, 2.088487583762545e-45],
    [20, 5.395865611607901e-176],
    [26, 5.663192408856143e-296],
  ])('holds 12 digits at %p', (x, expected) => {
    expect(Math.abs(erfc(x) / expected - 1)).toBeLessThan(1e-12);
  });

  it('falls to 0 where doubles end', () => {
    expect(erfc(30)).toBe(0);
    expect(erfc(Infinity)).toBe(0);
  });

  it('refuses a negative number and NaN', () => {
    expect(() => erfc(-0.1)).toThrow(RangeError);
    expect(() => erfc(NaN)).toThrow(RangeError);
  });
});
