import type { Database } from '@roundtable/platform';
import type { ObjectLiteral } from 'typeorm';

/** So many rows go in with one statement; every engine takes that many values. */
const BATCH = 500;

/** Puts many rows of one table in place, a few hundred with each statement. */
export async function insertAll<Row extends ObjectLiteral>(
  database: Database,
  entity: new () => Row,
  rows: readonly Row[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH)
    await database.repo<ObjectLiteral>(entity).insert(rows.slice(start, start + BATCH));
}
