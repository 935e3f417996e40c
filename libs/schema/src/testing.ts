import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { Clock, Database, newId, openDataSource } from '@roundtable/platform';
import { createConnection } from 'mysql2/promise';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { migrate } from './migrate';
import { MIGRATIONS } from './migrations';

export interface World {
  engine: 'sqlite' | 'mysql';
  database: Database;
  source: DataSource;
  clock: Clock;
  url: string;
}

/** An empty database of its own, and how to throw it away. */
export async function freshDatabase(engine: World['engine']): Promise<{ url: string; drop: () => Promise<void> }> {
  if (engine === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'roundtable-'));
    return {
      url: `sqlite:${join(folder, 'test.sqlite')}`,
      drop: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
    };
  }
  const server = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  const name = `rt_${newId().replaceAll('-', '').slice(-16)}`;
  const run = async (sql: string): Promise<void> => {
    const connection = await createConnection({
      host: server.hostname,
      port: Number(server.port || 3306),
      user: decodeURIComponent(server.username),
      password: decodeURIComponent(server.password),
    });
    await connection.query(sql);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name}`);
  server.pathname = `/${name}`;
  return { url: server.toString(), drop: () => run(`DROP DATABASE ${name}`) };
}

/** The engines that tests run on: SQLite always, MySQL or MariaDB where `TEST_DATABASE_URL` names a server. */
export const ENGINES: World['engine'][] = process.env['TEST_DATABASE_URL'] ? ['sqlite', 'mysql'] : ['sqlite'];

/**
 * Runs a suite once for each engine, on a real and migrated database of its own. `entities` are those of the library
 * under test and of all above it.
 */
export function onEachEngine(entities: EntityTarget<ObjectLiteral>[], suite: (world: World) => void): void {
  for (const engine of ENGINES) {
    describe(`on ${engine}`, () => {
      const world = { engine, clock: new Clock() } as World;
      let drop: () => Promise<void>;
      beforeAll(async () => {
        const fresh = await freshDatabase(engine);
        drop = fresh.drop;
        world.url = fresh.url;
        world.source = await openDataSource({ url: fresh.url, entities, migrations: MIGRATIONS });
        await migrate(world.source);
        world.database = new Database(world.source);
      });
      afterAll(async () => {
        await world.database?.close();
        await drop?.();
      });
      suite(world);
    });
  }
}
