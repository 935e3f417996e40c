import 'reflect-metadata';
import { ConfigError, isLoopback, readConfig } from '@roundtable/platform';
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from './demonstration/accounts';
import { DemonstrationService } from './demonstration/demonstration.service';
import { prepare } from './prepare';
import { buildServer } from './server';
import { failPlainly, openDatabase } from './start';
import { startWorker } from './worker';

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < 22)
    throw new ConfigError('Node.js', `version 22.13 or later is needed, this is ${process.version}`);
  const config = readConfig();
  const database = await openDatabase(config);
  const app = await buildServer(config, database);
  await prepare(app);
  const demonstration = app.get(DemonstrationService);
  // Its passwords are known to everybody, so the demonstration is loaded where only this machine can reach it.
  if (!process.env['DATABASE_URL'] && isLoopback(config.host)) await demonstration.loadIfEmpty();
  if (demonstration.isPresent && !isLoopback(config.host))
    throw new ConfigError(
      'HOST',
      'demonstration data with its known passwords is served on this machine alone; start with an empty database, or leave HOST out',
    );
  await app.getHttpAdapter().getInstance().listen({ port: config.port, host: config.host });
  const stopWorker = process.argv.includes('--no-worker') ? null : startWorker(app);
  console.log(`Roundtable is at ${config.publicUrl}  (back office: ${config.publicUrl}/admin/)`);
  if (demonstration.isPresent) {
    console.log(`Demonstration accounts, all with the password "${DEMONSTRATION_PASSWORD}":`);
    for (const account of DEMONSTRATION_ACCOUNTS) console.log(`  ${account.email.padEnd(34)} ${account.what}`);
  }
  const stop = async (): Promise<void> => {
    await stopWorker?.();
    await app.close();
    await database.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

main().catch(failPlainly);
