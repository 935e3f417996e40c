import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const WALKED_IN = new TableColumn({ name: 'walked_in_at', type: 'datetime', precision: 3, isNullable: true });

const TABLES = [
  new Table({
    name: 'calendar_addresses',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '36',
        isPrimary: true,
        primaryKeyConstraintName: 'pk_calendar_addresses',
      },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'token_hash', type: 'varchar', length: '64' },
      { name: 'made_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_calendar_addresses_person_id', columnNames: ['person_id'], isUnique: true },
      { name: 'ix_calendar_addresses_token_hash', columnNames: ['token_hash'], isUnique: true },
    ],
    foreignKeys: [references('calendar_addresses', 'person_id', 'people')],
  }),
];

export class MarkWalkInsAndKeepCalendarAddresses1764000000120 implements MigrationInterface {
  name = 'MarkWalkInsAndKeepCalendarAddresses1764000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('bookings', WALKED_IN.clone());
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
    await runner.dropColumn('bookings', WALKED_IN.name);
  }
}
