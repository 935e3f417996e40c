import { pauseAfter } from './sending-rules';

/** Whether the mail server can be used: while it cannot, all mail waits, and one message finds out whether it is back. */
export class ServerPause {
  private failures = 0;
  private until = 0;

  constructor(private readonly now: () => number) {}

  get isOn(): boolean {
    return this.now() < this.until;
  }

  /** The server did not answer the last time it was asked. */
  get isInDoubt(): boolean {
    return this.failures > 0;
  }

  /** Begins the next pause; several messages that fail at the same moment begin one. Answers whether this was the first. */
  begin(): boolean {
    if (this.isOn) return false;
    this.failures += 1;
    this.until = this.now() + pauseAfter(this.failures);
    return this.failures === 1;
  }

  /** Answers whether there was anything to end. */
  end(): boolean {
    const wasInDoubt = this.isInDoubt;
    this.failures = 0;
    this.until = 0;
    return wasInDoubt;
  }
}
