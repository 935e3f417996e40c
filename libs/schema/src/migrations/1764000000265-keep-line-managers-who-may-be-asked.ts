import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const TABLES = [
  new Table({
    name: 'line_managers',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_line_managers' },
      { name: 'unique_key', type: 'varchar', length: '80' },
      { name: 'event_id', type: 'varchar', length: '36' },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'name', type: 'varchar', length: '200', isNullable: true },
      { name: 'email', type: 'varchar', length: '254', isNullable: true },
      { name: 'ask_from', type: 'datetime', precision: 3 },
      { name: 'refused_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'closes_at', type: 'datetime', precision: 3 },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_line_managers_unique_key', columnNames: ['unique_key'], isUnique: true },
      { name: 'ix_line_managers_event_id', columnNames: ['event_id'] },
      { name: 'ix_line_managers_person_id', columnNames: ['person_id'] },
      { name: 'ix_line_managers_closes_at', columnNames: ['closes_at'] },
    ],
    foreignKeys: [
      references('line_managers', 'event_id', 'events'),
      references('line_managers', 'person_id', 'people'),
    ],
  }),
];

export class KeepLineManagersWhoMayBeAsked1764000000265 implements MigrationInterface {
  name = 'KeepLineManagersWhoMayBeAsked1764000000265';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
