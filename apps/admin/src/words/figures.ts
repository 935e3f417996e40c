const NOT_KNOWN = 'not known';

/** Rounds half away from zero: 12.5 gives 13 and -12.5 gives -13. */
export function round(value: number, decimals = 0): number {
  const scale = 10 ** decimals;
  const rounded = Math.sign(value) * Math.floor(Math.abs(value) * scale + 0.5 + 1e-9);
  return rounded === 0 ? 0 : rounded / scale;
}

const withMinus = (text: string) => text.replace('-', '−');

/** Such as '63%'. */
export function percent(value: number | null, decimals = 0): string {
  return value === null ? NOT_KNOWN : `${withMinus(round(value, decimals).toFixed(decimals))}%`;
}

/** Such as '+41.2' or '−3.0', in percentage points. */
export function points(value: number | null): string {
  if (value === null) return NOT_KNOWN;
  const rounded = round(value, 1);
  return `${rounded > 0 ? '+' : ''}${withMinus(rounded.toFixed(1))}`;
}

/** Such as '+35.0 to +47.4'. */
export function interval([low, high]: readonly [number | null, number | null]): string {
  return low === null || high === null ? NOT_KNOWN : `${points(low)} to ${points(high)}`;
}

/** A probability, never as 0.000: 'p < 0.001' or 'p = 0.023'. */
export function probability(value: number | null): string {
  if (value === null) return NOT_KNOWN;
  return value < 0.001 ? 'p < 0.001' : `p = ${round(value, 3).toFixed(3)}`;
}

export function count(value: number | null): string {
  return value === null ? NOT_KNOWN : withMinus(value.toLocaleString('en-GB'));
}

/** Such as '1 person' or '3 people'. */
export function plural(value: number, one: string, many: string): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** Such as '£45' or '£12.50'; nothing to pay is 'Free'. */
export function money(pence: number): string {
  if (pence === 0) return 'Free';
  return `£${(pence / 100).toFixed(pence % 100 === 0 ? 0 : 2)}`;
}
