import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const TABLES = [
  new Table({
    name: 'sectors',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_sectors' },
      { name: 'name', type: 'varchar', length: '100' },
      { name: 'parent_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'position', type: 'integer' },
    ],
    indices: [{ name: 'ix_sectors_name', columnNames: ['name'], isUnique: true }],
    foreignKeys: [references('sectors', 'parent_id', 'sectors')],
  }),
  new Table({
    name: 'agencies',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_agencies' },
      { name: 'name', type: 'varchar', length: '190' },
      { name: 'name_key', type: 'varchar', length: '190' },
      { name: 'sector_id', type: 'varchar', length: '36' },
      { name: 'fee_type', type: 'varchar', length: '20' },
      { name: 'email_domain', type: 'varchar', length: '190', isNullable: true },
      { name: 'is_demonstration', type: 'boolean' },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_agencies_name_key', columnNames: ['name_key'], isUnique: true },
      { name: 'ix_agencies_email_domain', columnNames: ['email_domain'] },
    ],
    foreignKeys: [references('agencies', 'sector_id', 'sectors')],
  }),
];

export class CreateAgenciesTables1763800000002 implements MigrationInterface {
  name = 'CreateAgenciesTables1763800000002';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
