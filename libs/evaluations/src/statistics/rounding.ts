/** A number as `digits` / 10^`places`, exactly. */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/**
 * `numerator` / `denominator` rounded half away from zero to `decimals` places. In: whole numbers, such as a sum of
 * ratings and how many rated; a tie is decided on the whole numbers, so no binary fraction can tip it.
 * Out: the number nearest to the decimal result; null where the denominator is 0.
 * Throws a RangeError for numbers that are not whole, a denominator below 0, or decimals outside 0 to 20.
 */
export function roundedRatio(numerator: number, denominator: number, decimals: number): number | null {
  requireRatio(numerator, denominator);
  return denominator === 0 ? null : roundHalfAway(BigInt(numerator), BigInt(denominator), decimals);
}

/**
 * A percentage from counts, rounded half away from zero to `decimals` places: 1 of 8 with no decimals is 13.
 * In: how many of how many; the count may be negative, for a difference of counts such as b - c.
 * Out: percent, or percentage points for a difference; null where the total is 0. Refuses as `roundedRatio` does.
 */
export function roundedPercentage(count: number, total: number, decimals: number): number | null {
  requireRatio(count, total);
  return total === 0 ? null : roundHalfAway(100n * BigInt(count), BigInt(total), decimals);
}

/**
 * A figure that does not come from counts alone, such as a limit of an interval, rounded half away from zero to
 * `decimals` places. The value is read as the decimal it prints as, so 1.005 to two places is 1.01.
 * Never give it a percentage that has counts: that is for `roundedPercentage`.
 * Throws a RangeError for a value that is not finite, or decimals outside 0 to 20.
 */
export function roundedFigure(value: number, decimals: number): number {
  const { digits, places } = decimalOf(value);
  return roundHalfAway(digits, 10n ** BigInt(places), decimals);
}

function requireRatio(numerator: number, denominator: number): void {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator < 0) {
    throw new RangeError(`A ratio is a whole number over one from 0, not ${numerator} over ${denominator}`);
  }
}

function roundHalfAway(numerator: bigint, denominator: bigint, decimals: number): number {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 20) {
    throw new RangeError(`Decimals are a whole number from 0 to 20, not ${decimals}`);
  }
  const isNegative = numerator < 0n;
  const scaled = (isNegative ? -numerator : numerator) * 10n ** BigInt(decimals);
  const rounded = (2n * scaled + denominator) / (2n * denominator);
  const value = Number(`${rounded}e-${decimals}`);
  return isNegative && rounded !== 0n ? -value : value;
}

function decimalOf(value: number): Decimal {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  if (whole === '') {
    throw new RangeError(`Only a finite number can be rounded, not ${value}`);
  }
  const digits = BigInt(sign + whole + fraction);
  const places = fraction.length - Number(exponent);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}
