import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const revision = () => new TableColumn({ name: 'revision', type: 'integer', default: '1' });
const COLUMNS = {
  courses: [new TableColumn({ name: 'audience_sectors', type: 'json', isNullable: true }), revision()],
  events: [new TableColumn({ name: 'area', type: 'varchar', length: '10', isNullable: true }), revision()],
};

export class SayWhomCoursesAreForAndWhereEventsServe1764000000060 implements MigrationInterface {
  name = 'SayWhomCoursesAreForAndWhereEventsServe1764000000060';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(COLUMNS))
      await runner.addColumns(
        table,
        columns.map((column) => column.clone()),
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(COLUMNS))
      for (const { name } of columns) await runner.dropColumn(table, name);
  }
}
