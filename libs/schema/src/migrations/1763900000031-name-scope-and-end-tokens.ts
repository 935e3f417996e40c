import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const COLUMNS = [
  new TableColumn({ name: 'name', type: 'varchar', length: '100', isNullable: true }),
  new TableColumn({ name: 'scope', type: 'json', isNullable: true }),
  new TableColumn({ name: 'last_used_at', type: 'datetime', precision: 3, isNullable: true }),
  new TableColumn({ name: 'expires_at', type: 'datetime', precision: 3, isNullable: true }),
];

export class NameScopeAndEndTokens1763900000031 implements MigrationInterface {
  name = 'NameScopeAndEndTokens1763900000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns(
      'api_tokens',
      COLUMNS.map((column) => column.clone()),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of COLUMNS) await runner.dropColumn('api_tokens', name);
  }
}
