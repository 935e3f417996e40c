import { type QueryRunner, type Table, TableForeignKey } from 'typeorm';

/** A foreign key to the id of another table, which refuses to leave an orphan. */
export function references(table: string, column: string, to: string): TableForeignKey {
  return new TableForeignKey({
    name: `fk_${table}_${column}`.slice(0, 64),
    columnNames: [column],
    referencedTableName: to,
    referencedColumnNames: ['id'],
    onDelete: 'RESTRICT',
    onUpdate: 'RESTRICT',
  });
}

/**
 * Creates tables in order. On MySQL and MariaDB text is compared byte by byte, as SQLite does: the database's own
 * collation would take josé for jose.
 */
export async function createTables(runner: QueryRunner, tables: Table[]): Promise<void> {
  if (runner.connection.options.type !== 'better-sqlite3')
    await runner.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
  for (const table of tables) await runner.createTable(table.clone());
}

export async function dropTables(runner: QueryRunner, tables: Table[]): Promise<void> {
  for (const table of [...tables].reverse()) await runner.dropTable(table.name);
}
