import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

const LEASE_MINUTES = 10;

async function claim(source: DataSource): Promise<boolean> {
  await source.query(
    'CREATE TABLE IF NOT EXISTS migration_lease (id integer NOT NULL PRIMARY KEY, until_ms bigint NOT NULL)',
  );
  const now = Date.now();
  await source
    .query(
      'INSERT INTO migration_lease (id, until_ms) SELECT 1, 0 FROM (SELECT 1 AS one) AS source WHERE NOT EXISTS (SELECT 1 FROM migration_lease WHERE id = 1)',
    )
    .catch(() => undefined);
  const until = now + LEASE_MINUTES * 60_000;
  await source.query('UPDATE migration_lease SET until_ms = ? WHERE id = 1 AND until_ms < ?', [until, now]);
  const rows: { until_ms: number | string }[] = await source.query('SELECT until_ms FROM migration_lease WHERE id = 1');
  return Number(rows[0]?.until_ms) === until;
}

/**
 * Brings the schema up to date. Several copies of the server may start at once: one migrates under a lease row, the
 * others wait. Answers the names of the migrations that ran.
 */
export async function migrate(source: DataSource): Promise<string[]> {
  if (!(await source.showMigrations())) return [];
  while (!(await claim(source))) await sleep(250);
  try {
    return (await source.runMigrations({ transaction: 'each' })).map((migration) => migration.name);
  } finally {
    await source.query('UPDATE migration_lease SET until_ms = 0 WHERE id = 1');
  }
}
