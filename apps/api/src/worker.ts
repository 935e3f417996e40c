import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, type INestApplicationContext } from '@nestjs/common';
import { Jobs, Outbox, OutboxWorker, Settings, traceOf } from '@roundtable/platform';

const TICK_MS = 5000;

/** Runs what comes round and sends what is written, until it is stopped. Answers how to stop it. */
export function startWorker(app: INestApplicationContext): () => Promise<void> {
  const logger = new Logger('Worker');
  const stopping = new AbortController();
  let wake: AbortController | undefined;
  app.get(Outbox).onWritten(() => wake?.abort());
  const tick = async (): Promise<void> => {
    await app.get(Settings).refreshDemonstration();
    await app.get(Jobs).runDue();
    await app.get(OutboxWorker).drain();
  };
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      wake = new AbortController();
      await tick().catch((error: unknown) =>
        logger.error('A round of work failed; the next one tries again.', traceOf(error)),
      );
      await sleep(TICK_MS, undefined, { signal: AbortSignal.any([stopping.signal, wake.signal]) }).catch(
        () => undefined,
      );
    }
  };
  const ended = loop();
  return async () => {
    stopping.abort();
    await ended;
  };
}
