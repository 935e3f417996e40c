import { parseArgs } from 'node:util';
import { startWorker } from '../worker';
import { type Command, withProduct } from './command';

export const worker: Command = {
  summary: 'Sends mail and runs what comes round, without serving, until it is told to end (SIGTERM or Ctrl+C).',
  usage: '(no options; start the servers with --no-worker)',
  async run(args) {
    parseArgs({ args, options: {} });
    await withProduct(async (app) => {
      app.useLogger(['error', 'warn']);
      const told = new Promise((resolve) => {
        process.once('SIGTERM', resolve);
        process.once('SIGINT', resolve);
      });
      const stop = startWorker(app);
      console.log('The worker is running.');
      await told;
      await stop();
    });
    return 0;
  },
};
