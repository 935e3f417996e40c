import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

const moment = (name: string) => new TableColumn({ name, type: 'datetime', precision: 3, isNullable: true });
const count = (name: string) => new TableColumn({ name, type: 'integer', isNullable: true });

const COLUMNS: [table: string, columns: TableColumn[]][] = [
  ['responses', [moment('asked_at'), count('chasers')]],
  ['certificates', [moment('told_at'), moment('withdrawal_told_at')]],
  ['completions', [count('reminded_days')]],
];
const EXPIRY = new TableIndex({ name: 'ix_completions_expires_at', columnNames: ['expires_at'] });

export class NoteWhatWasAskedToldAndReminded1764000000190 implements MigrationInterface {
  name = 'NoteWhatWasAskedToldAndReminded1764000000190';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of COLUMNS)
      await runner.addColumns(
        table,
        columns.map((column) => column.clone()),
      );
    await runner.createIndex('completions', EXPIRY.clone());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('completions', EXPIRY.clone());
    for (const [table, columns] of COLUMNS)
      await runner.dropColumns(
        table,
        columns.map((column) => column.clone()),
      );
  }
}
