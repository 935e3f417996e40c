import type { Database } from '@roundtable/platform';
import { In, type ObjectLiteral } from 'typeorm';

/** Rows of a table by their ids, in one statement; none is asked for where there are no ids. */
export async function rowsById<Row extends ObjectLiteral & { id: string }>(
  database: Database,
  entity: new () => Row,
  ids: readonly string[],
): Promise<Map<string, Row>> {
  if (ids.length === 0) return new Map();
  const rows = await database.repo<{ id: string }>(entity).findBy({ id: In([...new Set(ids)]) });
  return new Map(rows.map((row) => [row.id, row as Row]));
}
