import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createConnection } from 'mysql2/promise';
import {
  DataSource,
  type DataSourceOptions,
  type EntityTarget,
  type MigrationInterface,
  type ObjectLiteral,
} from 'typeorm';
import { ConfigError } from '../config';
import { ReadableNames } from './naming';

export interface ConnectionSettings {
  /** `sqlite:path`, `mysql://…` or `mariadb://…`. */
  url: string;
  entities: EntityTarget<ObjectLiteral>[];
  migrations?: (new () => MigrationInterface)[];
  poolSize?: number;
}

/** What went wrong, in words that name no secret. */
function reasonOf(error: unknown): string {
  const code = (error as { code?: string }).code ?? '';
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'nothing answers at that host and port',
    ENOTFOUND: 'the host is not known',
    EAI_AGAIN: 'the host is not known',
    ETIMEDOUT: 'the host does not answer',
    ER_ACCESS_DENIED_ERROR: 'the user or the password is refused',
    ER_DBACCESS_DENIED_ERROR: 'the user may not use that database',
    ER_BAD_DB_ERROR: 'there is no database of that name',
    SQLITE_CANTOPEN: 'the file cannot be opened',
    SQLITE_NOTADB: 'the file is not a database',
    EACCES: 'the folder cannot be written',
  };
  return reasons[code] ?? `the database refused (${code || 'no reason given'})`;
}

async function mysqlOptions(url: string, poolSize: number): Promise<DataSourceOptions> {
  const parsed = new URL(url);
  const server = {
    host: parsed.hostname,
    port: parsed.port ? Number(parsed.port) : 3306,
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    connectTimeout: 5000,
  };
  const connection = await createConnection(server);
  let type: 'mysql' | 'mariadb';
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version');
    type = String((rows as { version: string }[])[0]?.version).includes('MariaDB') ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
  const { user, ...rest } = server;
  return {
    ...rest,
    type,
    username: user,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: ['DATE'],
    poolSize,
    extra: { queueLimit: 1000 },
  };
}

function sqliteOptions(url: string): DataSourceOptions {
  const database = url.slice('sqlite:'.length);
  if (database !== ':memory:') mkdirSync(dirname(database), { recursive: true });
  return {
    type: 'better-sqlite3',
    database,
    enableWAL: database !== ':memory:',
    timeout: 10_000,
    prepareDatabase: (db: { pragma(text: string): unknown }) => void db.pragma('synchronous = NORMAL'),
  };
}

/** Every connection of the pool reads what is committed, and thinks in UTC. */
async function settleSessions(source: DataSource): Promise<void> {
  const settings = ['SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', "SET SESSION time_zone = '+00:00'"];
  const pool = (source.driver as unknown as { pool: { on(event: string, listener: (c: Querying) => void): void } })
    .pool;
  pool.on('connection', (connection) => settings.forEach((sql) => connection.query(sql)));
  for (const sql of settings) await source.query(sql);
}
interface Querying {
  query(sql: string): unknown;
}

/** Opens the database named by the address; refuses with one clear line when it cannot be reached. */
export async function openDataSource(settings: ConnectionSettings): Promise<DataSource> {
  const shared = {
    entities: settings.entities as never,
    migrations: settings.migrations ?? [],
    namingStrategy: new ReadableNames(),
    migrationsTransactionMode: 'each' as const,
  };
  try {
    const options = settings.url.startsWith('sqlite:')
      ? sqliteOptions(settings.url)
      : await mysqlOptions(settings.url, settings.poolSize ?? 20);
    const source = await new DataSource({ ...options, ...shared }).initialize();
    if (source.options.type !== 'better-sqlite3') await settleSessions(source);
    return source;
  } catch (error) {
    if ((error as { code?: string }).code) throw new ConfigError('DATABASE_URL', reasonOf(error));
    throw error;
  }
}
