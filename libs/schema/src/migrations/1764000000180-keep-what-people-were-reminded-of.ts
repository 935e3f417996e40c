import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const instant = (name: string) => new TableColumn({ name, type: 'datetime', precision: 3, isNullable: true });

const OF_BOOKINGS = [
  instant('still_coming_asked_at'),
  instant('joining_told_at'),
  instant('missed_told_at'),
  new TableColumn({ name: 'absence_reason', type: 'varchar', length: '40', isNullable: true }),
  instant('absence_reason_at'),
];

const TABLES = [
  new Table({
    name: 'mail_choices',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_mail_choices' },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'mail', type: 'varchar', length: '30' },
      { name: 'wanted', type: 'boolean' },
      { name: 'chosen_at', type: 'datetime', precision: 3 },
    ],
    indices: [{ name: 'ix_mail_choices_person_id_mail', columnNames: ['person_id', 'mail'], isUnique: true }],
    foreignKeys: [references('mail_choices', 'person_id', 'people')],
  }),
];

export class KeepWhatPeopleWereRemindedOf1764000000180 implements MigrationInterface {
  name = 'KeepWhatPeopleWereRemindedOf1764000000180';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of OF_BOOKINGS) await runner.addColumn('bookings', column.clone());
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
    for (const { name } of [...OF_BOOKINGS].reverse()) await runner.dropColumn('bookings', name);
  }
}
