/**
 * What time it is. While demonstration data is present the clock takes an offset, so that a person can walk
 * through an event's whole life in one sitting; otherwise it cannot be moved. Instants are UTC.
 */
export class Clock {
  private offset = 0;
  private fixed: Date | null = null;

  now(): Date {
    return this.fixed ? new Date(this.fixed) : new Date(Date.now() + this.offset);
  }

  get offsetMs(): number {
    return this.offset;
  }

  /** Only the demonstration moves the clock. */
  moveTo(offsetMs: number): void {
    this.offset = offsetMs;
  }

  /** For tests: the clock stands still at this moment, until it is set again. */
  set(moment: Date | string): void {
    this.fixed = new Date(moment);
  }
}
