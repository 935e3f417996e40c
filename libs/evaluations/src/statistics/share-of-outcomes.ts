/** Bits kept of a count before it becomes a double, which holds 53. */
const KEPT_BITS = 64;

/**
 * The probability of `count` outcomes out of the 2^choices equally likely ones of that many fair choices.
 * The count is exact, so the far tail keeps all digits of a double; below about 1e-308 the result falls to 0.
 */
export function shareOfOutcomes(count: bigint, choices: number): number {
  const surplus = Math.max(count.toString(2).length - KEPT_BITS, 0);
  return Number(count >> BigInt(surplus)) * 2 ** (surplus - choices);
}
