/** Draws that look like chance and are the same each time: a linear congruential generator modulo 2^32. */
export class Chance {
  constructor(private state: number) {}

  /** From 0 up to, and never, 1. */
  next(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return this.state / 2 ** 32;
  }

  isBelow(share: number): boolean {
    return this.next() < share;
  }

  /** One of these, each as likely as its weight says. */
  oneOf<Value>(weighted: readonly (readonly [value: Value, weight: number])[]): Value {
    const whole = weighted.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.next() * whole;
    for (const [value, weight] of weighted) {
      left -= weight;
      if (left < 0) return value;
    }
    throw new Error('There is nothing to draw from.');
  }
}
