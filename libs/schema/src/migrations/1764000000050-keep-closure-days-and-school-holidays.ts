import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables } from '../tables';

const TABLES = [
  new Table({
    name: 'days_off',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_days_off' },
      { name: 'kind', type: 'varchar', length: '20' },
      { name: 'name', type: 'varchar', length: '100' },
      { name: 'first_date', type: 'varchar', length: '10' },
      { name: 'last_date', type: 'varchar', length: '10' },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [{ name: 'ix_days_off_kind_first_date', columnNames: ['kind', 'first_date'] }],
  }),
];

export class KeepClosureDaysAndSchoolHolidays1764000000050 implements MigrationInterface {
  name = 'KeepClosureDaysAndSchoolHolidays1764000000050';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
