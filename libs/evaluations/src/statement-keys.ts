import { crc32 } from 'node:zlib';
import type { Database } from '@roundtable/platform';

/** By what answers are grouped to count them by statement, and how that leads back to the statement. */
export interface StatementKeys {
  expression: string;
  /** Null for a statement that came since its keys were made. */
  idOf: (key: string | number) => string | null;
}

/**
 * In: the statements that can be met. MariaDB groups by a number in much less time than by an id; where two ids have
 * the same number, and on SQLite, they are grouped by the id.
 */
export function statementKeys(engine: Database['engine'], ids: readonly string[]): StatementKeys {
  const byNumber = new Map(ids.map((id) => [crc32(id), id]));
  if (engine === 'sqlite' || byNumber.size < ids.length) return { expression: 'answer.statementId', idOf: String };
  return { expression: 'CRC32(answer.statementId)', idOf: (key) => byNumber.get(Number(key)) ?? null };
}
