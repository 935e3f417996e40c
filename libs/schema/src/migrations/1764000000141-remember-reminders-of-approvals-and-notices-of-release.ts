import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const COLUMNS = ['approval_reminded_at', 'release_notice_at'].map(
  (name) => new TableColumn({ name, type: 'datetime', precision: 3, isNullable: true }),
);

export class RememberRemindersOfApprovalsAndNoticesOfRelease1764000000141 implements MigrationInterface {
  name = 'RememberRemindersOfApprovalsAndNoticesOfRelease1764000000141';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await runner.addColumn('bookings', column.clone());
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...COLUMNS].reverse()) await runner.dropColumn('bookings', name);
  }
}
