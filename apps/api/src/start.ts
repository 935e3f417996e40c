import { type Config, ConfigError, Database, openDataSource, readConfig } from '@roundtable/platform';
import { MIGRATIONS, migrate } from '@roundtable/schema';
import { ENTITIES } from './entities';

/** Opens the database of the configuration; migrates it unless told otherwise. */
export async function openDatabase(
  config: Config,
  options: { migrates: boolean } = { migrates: true },
): Promise<Database> {
  const source = await openDataSource({ url: config.databaseUrl, entities: ENTITIES, migrations: MIGRATIONS });
  if (options.migrates) await migrate(source);
  return new Database(source);
}

/** Ends with one clear line and a non-zero status for what an operator can mend; anything else is a bug and keeps its trace. */
export function failPlainly(error: unknown): never {
  const code = (error as { code?: string }).code;
  if (error instanceof ConfigError) console.error(`Roundtable did not start. ${error.message}.`);
  else if (code === 'EADDRINUSE')
    console.error(`Roundtable did not start. PORT: port ${readConfig().port} is in use by another program.`);
  else if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    console.error(`Roundtable did not start. HOST or PORT: this machine does not let us listen there (${code}).`);
  else console.error('Roundtable did not start.', error);
  process.exit(1);
}
