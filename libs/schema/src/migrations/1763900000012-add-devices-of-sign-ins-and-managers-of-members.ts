import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const COLUMNS: [table: string, name: string, length: string][] = [
  ['sign_ins', 'device', '60'],
  ['sign_ins', 'limited_to', '20'],
  ['memberships', 'manager_name', '200'],
  ['memberships', 'manager_email', '254'],
];

export class AddDevicesOfSignInsAndManagersOfMembers1763900000012 implements MigrationInterface {
  name = 'AddDevicesOfSignInsAndManagersOfMembers1763900000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, length] of COLUMNS)
      await runner.addColumn(table, new TableColumn({ name, type: 'varchar', length, isNullable: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of COLUMNS) await runner.dropColumn(table, name);
  }
}
