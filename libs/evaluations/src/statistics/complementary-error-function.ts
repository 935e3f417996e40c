/** From here on the continued fraction is used; below it 1 - erf loses less than one digit. */
const CONTINUED_FRACTION_FROM = 1;

/** Enough for full double precision at 1, where the continued fraction converges slowest. */
const CONTINUED_FRACTION_DEPTH = 200;

/**
 * The complementary error function of x >= 0, to 12 significant digits or more down to where doubles end (x about 26).
 * Throws a RangeError for a negative x or NaN.
 * Source: Abramowitz and Stegun, the series 7.1.6 and the continued fraction 7.1.14
 * (NIST Digital Library of Mathematical Functions, 7.6.2 and 7.9.3).
 */
export function erfc(x: number): number {
  if (!(x >= 0)) {
    throw new RangeError(`erfc is defined here for 0 or more, not ${x}`);
  }
  return x < CONTINUED_FRACTION_FROM ? 1 - erfSeries(x) : erfcContinuedFraction(x);
}

function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * Number.EPSILON; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function erfcContinuedFraction(x: number): number {
  let denominator = x;
  for (let n = CONTINUED_FRACTION_DEPTH; n >= 1; n -= 1) {
    denominator = x + n / 2 / denominator;
  }
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / denominator;
}
