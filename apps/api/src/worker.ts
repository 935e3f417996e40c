import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, type INestApplicationContext } from '@nestjs/common';
import { Jobs, Outbox, OutboxWorker, Settings, traceOf } from '@roundtable/platform';

const TICK_MS = 5000;

/**
 * Runs what comes round and sends what is written, until it is stopped; neither waits for the other. Answers how to
 * stop it: what is on its way is finished first.
 */
export function startWorker(app: INestApplicationContext): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const jobs = comesRound(signal, async () => {
    await app.get(Settings).refreshDemonstration();
    await app.get(Jobs).runDue();
  });
  const sending = comesRound(signal, () => app.get(OutboxWorker).drain(signal));
  app.get(Outbox).onWritten(sending.wake);
  return async () => {
    stopping.abort();
    await Promise.all([jobs.ended, sending.ended]);
  };
}

/** Does a piece of work every few seconds, and at once when it is woken. */
function comesRound(stopping: AbortSignal, work: () => Promise<unknown>): { wake: () => void; ended: Promise<void> } {
  const logger = new Logger('Worker');
  let woken = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stopping.aborted) {
      woken = new AbortController();
      await work().catch((error: unknown) =>
        logger.error('A round of work failed; the next one tries again.', traceOf(error)),
      );
      await sleep(TICK_MS, undefined, { signal: AbortSignal.any([stopping, woken.signal]) }).catch(() => undefined);
    }
  };
  return { wake: () => woken.abort(), ended: loop() };
}
