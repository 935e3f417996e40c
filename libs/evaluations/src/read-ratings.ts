import type { Database } from '@roundtable/platform';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Answers by response and statement, with the value. */
const WITH_VALUE = 'ix_answers_response_id_statement_id_value';

/**
 * Reads counted ratings that other answers are joined to under these names. MariaDB looks another rating up by the
 * unique key and then fetches each row for its value; the index that holds the value too takes a third of the time.
 */
export function readRatings<Row>(
  database: Database,
  ratings: SelectQueryBuilder<ObjectLiteral>,
  joined: readonly string[],
): Promise<Row[]> {
  const [sql, parameters] = ratings.getQueryAndParameters();
  if (database.engine === 'sqlite') return database.query<Row>(sql, parameters);
  const indexed = joined.reduce(
    (text, name) => text.replace(`\`answers\` \`${name}\``, `$& FORCE INDEX (${WITH_VALUE})`),
    sql,
  );
  return database.query<Row>(indexed, parameters);
}
