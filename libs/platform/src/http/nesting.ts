import { Problem } from './problem';

const DEEPEST = 20;

const inside = (value: unknown): unknown[] => (typeof value === 'object' && value !== null ? Object.values(value) : []);

/**
 * Refuses a body that is nested deeper than anything the product takes, before code that walks it by recursion can
 * run out of stack; and a list directly in a list, which the rules of a list's entries would let through unchecked.
 * Walks level by level itself.
 */
export function refuseOddNesting(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    const hasListInList = level.some((value) => Array.isArray(value) && value.some(Array.isArray));
    if (depth > DEEPEST || hasListInList) throw new Problem('request.malformed');
    level = level.flatMap(inside);
  }
}
