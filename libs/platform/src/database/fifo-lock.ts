/** A lock that is given in the order in which it was asked for. */
export class FifoLock {
  private last: Promise<void> = Promise.resolve();

  /** Waits for its turn; the answer frees the lock, once. */
  async acquire(): Promise<() => void> {
    let free!: () => void;
    const before = this.last;
    this.last = new Promise((resolve) => (free = resolve));
    await before;
    return free;
  }
}
