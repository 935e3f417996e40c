import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables } from '../tables';

const TABLES = [
  new Table({
    name: 'released_people',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_released_people' },
      { name: 'year', type: 'varchar', length: '7' },
      { name: 'content', type: 'json', isNullable: true },
      { name: 'is_demonstration', type: 'boolean' },
      { name: 'released_at', type: 'datetime', precision: 3 },
    ],
    indices: [{ name: 'ix_released_people_year', columnNames: ['year'], isUnique: true }],
  }),
];

export class KeepHowManyPeopleAttendedInAYear1764000000260 implements MigrationInterface {
  name = 'KeepHowManyPeopleAttendedInAYear1764000000260';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
