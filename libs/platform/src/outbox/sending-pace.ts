/** The times by which the outbox goes, in milliseconds of real time, never the demonstration's. */
export interface SendingPace {
  connectMs: number;
  greetingMs: number;
  /** Silence of the server in the middle of a message; scanning a mail may take it minutes. */
  silenceMs: number;
  /** No message is on its way for longer, whatever the server does. */
  longestMs: number;
  /** Longer than every time-out together, so that nobody takes a message over that is still on its way. */
  leaseMs: number;
  renewMs: number;
  /** How many are got ready, and where the server is slow go out, at once; two to the same address never do. */
  lanes: number;
  /** How long the next message waits for the one before it. */
  patienceMs: number;
  now: () => number;
}

export const USUAL_PACE: SendingPace = {
  connectMs: 30_000,
  greetingMs: 30_000,
  silenceMs: 3 * 60_000,
  longestMs: 15 * 60_000,
  leaseMs: 5 * 60_000,
  renewMs: 60_000,
  lanes: 4,
  patienceMs: 2000,
  now: () => Date.now(),
};
