import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables } from '../tables';

const TABLES = [
  new Table({
    name: 'published_figures',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_published_figures' },
      { name: 'import_key', type: 'varchar', length: '190' },
      { name: 'measure', type: 'varchar', length: '200' },
      { name: 'value', type: 'varchar', length: '30' },
      { name: 'year', type: 'varchar', length: '7' },
      { name: 'source', type: 'varchar', length: '200' },
      { name: 'page', type: 'integer', isNullable: true },
      { name: 'is_demonstration', type: 'boolean' },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [{ name: 'ix_published_figures_import_key', columnNames: ['import_key'], isUnique: true }],
  }),
];

export class CreateReportsTables1763800000009 implements MigrationInterface {
  name = 'CreateReportsTables1763800000009';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
